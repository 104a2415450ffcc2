import type { Channels } from "./channels.js";
import { completeness } from "./compiler.js";
import { plainError } from "./errors.js";
import { KERNEL_INFO } from "./info.js";
import type { RunResult, Session } from "./session.js";
import { codePoints, utf16Offset } from "./text.js";
import type { Request } from "./wire.js";

export interface Kernel {
  /** Takes a request from the shell channel; they are answered one after the other. */
  shell(request: Request): void;
  /** Takes a request from the control channel; answered at once, whatever the cells do. */
  control(request: Request): void;
}

/** A request that was sent before a failure is reported gets here within this time. */
const DRAIN_MS = 10;

/** Jupyter's requests, answered by a session; `onShutdown` ends the program. */
export function createKernel(channels: Channels, session: Session, onShutdown: () => void): Kernel {
  const queue: Request[] = [];
  const aborted = new WeakSet<Request>();
  const history: [session: number, line: number, source: string][] = [];
  let working = false;

  /** Shows that the kernel works on a request while it is answered. */
  async function handle(request: Request, work: () => Promise<void> | void): Promise<void> {
    channels.publish("status", { execution_state: "busy" }, request.header);
    await work();
    channels.publish("status", { execution_state: "idle" }, request.header);
  }

  async function workOffQueue(): Promise<void> {
    if (working) return;
    working = true;
    for (let request = queue.shift(); request; request = queue.shift()) {
      const next = request;
      await handle(next, () =>
        next.header.msg_type === "execute_request" ? execute(next) : answer("shell", next),
      );
    }
    working = false;
  }

  async function execute(request: Request): Promise<void> {
    if (aborted.has(request)) {
      const content = { status: "aborted", execution_count: history.length };
      return channels.reply("shell", request, "execute_reply", content);
    }
    const { code, silent = false, store_history = !silent, stop_on_error = true } = request.content;
    const parent = silent ? undefined : request.header;
    if (!silent && store_history) history.push([0, history.length + 1, code]);
    const execution_count = history.length;
    if (parent) channels.publish("execute_input", { code, execution_count }, parent);
    const run = await session.run(code, `[${execution_count}]`, parent);
    const common = { status: run.status, execution_count };
    if (run.status === "ok") {
      if (parent && run.result !== undefined)
        channels.publish("execute_result", { execution_count, ...display(run.result) }, parent);
      const user_expressions = await evaluate(request.content.user_expressions ?? {});
      const content = { ...common, payload: [], user_expressions };
      channels.reply("shell", request, "execute_reply", content);
      return;
    }
    if (parent) channels.publish("error", run.error, parent);
    if (stop_on_error) await abortWaiting();
    channels.reply("shell", request, "execute_reply", { ...common, ...run.error });
  }

  /** Marks the execute requests that were sent before now; they are not run. */
  async function abortWaiting(): Promise<void> {
    let seen: number;
    do {
      seen = queue.length;
      await new Promise((resolve) => setTimeout(resolve, DRAIN_MS));
    } while (queue.length > seen);
    for (const request of queue) aborted.add(request);
  }

  async function evaluate(expressions: Record<string, string>): Promise<Record<string, object>> {
    const values: Record<string, object> = {};
    for (const [name, source] of Object.entries(expressions)) {
      const run: RunResult = await session.run(source, `[${name}]`, undefined);
      values[name] =
        run.status === "ok"
          ? { status: "ok", ...display(run.result ?? "undefined") }
          : { status: "error", ...run.error };
    }
    return values;
  }

  function answer(channel: "shell" | "control", request: Request): void {
    const { content } = request;
    const type = request.header.msg_type.replace("_request", "_reply");
    const reply = (answer: object): void => channels.reply(channel, request, type, answer);
    const own = ANSWERS[request.header.msg_type];
    try {
      if (own) reply({ status: "ok", ...own(content, session) });
    } catch (error) {
      // The compiler can stumble over half-written code; that must not stop the queue.
      reply({ status: "error", ...plainError("CompilerError", String(error)) });
    }
    if (type === "history_reply") reply({ status: "ok", history: past(content) });
    // No widgets here: a comm that is opened is closed again, as the protocol asks.
    if (type === "comm_open")
      channels.publish("comm_close", { comm_id: content.comm_id, data: {} }, request.header);
    if (type === "shutdown_reply") setImmediate(onShutdown);
  }

  function past({ hist_access_type, n = 100, output }: Request["content"]): object[] {
    return history
      .slice(hist_access_type === "tail" ? -n : 0)
      .map(([session, line, source]) => [session, line, output ? [source, null] : source]);
  }

  return {
    shell(request) {
      queue.push(request);
      void workOffQueue();
    },
    control(request) {
      void handle(request, () => answer("control", request));
    },
  };
}

/** Content of the replies that need nothing but the session. */
const ANSWERS: Record<string, (content: Request["content"], session: Session) => object> = {
  kernel_info_request: () => KERNEL_INFO,
  comm_info_request: () => ({ comms: {} }),
  is_complete_request: ({ code }) => completeness(code),
  complete_request({ code, cursor_pos }, { compiler }) {
    const { matches, start, end } = compiler.complete(code, utf16Offset(code, cursor_pos));
    const [cursor_start, cursor_end] = [codePoints(code, start), codePoints(code, end)];
    return { matches, cursor_start, cursor_end, metadata: {} };
  },
  inspect_request({ code, cursor_pos }, { compiler }) {
    const text = compiler.inspect(code, utf16Offset(code, cursor_pos));
    return text === undefined
      ? { found: false, data: {}, metadata: {} }
      : { found: true, ...display(text) };
  },
  interrupt_request(_, session) {
    void session.interrupt();
    return {};
  },
  shutdown_request: ({ restart = false }) => ({ restart }),
};

function display(text: string): { data: object; metadata: object } {
  return { data: { "text/plain": text }, metadata: {} };
}
