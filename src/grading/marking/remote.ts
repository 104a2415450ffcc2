import { inspect } from "node:util";
import { isTodo } from "../../course/todo.js";
import type { Answer } from "../executor/executor.js";
import type { FromExecutor, Result, ToExecutor } from "../executor/messages.js";
import { decode } from "../values/decode.js";
import { encode } from "../values/encode.js";
import { createFunctionTable } from "../values/functions.js";

/** The names that some other process has declared, as if they were declared here. */
export interface Remote {
  /** What a name stands for: a copy of a value, or a function that runs over there. */
  get(name: string): unknown;
  /** The last call that was made, and what came of it. */
  readonly lastCall: Call | undefined;
  /**
   * Why the test cannot pass, whatever it expects: the process is gone, a name is not declared or an exercise
   * not answered, an answer cannot be read.
   */
  readonly trouble: string | undefined;
  /** Forgets the last call, and trouble that concerned one answer only. */
  startTest(): void;
}

export interface Call {
  /** As in "force(1.4)". */
  readonly text: string;
  /** As in "force"; the name that the test uses, where it uses one. */
  readonly name: string;
  /** As in "gave −0.3"; what the submission says about itself. */
  readonly outcome: string;
}

/** An error that the other process's code threw, with that code's words. */
export class SubmittedError extends Error {
  readonly call: Call | undefined;
  constructor(name: string, message: string, call: Call | undefined) {
    super(message);
    this.name = name;
    this.call = call;
  }
}

/** Reaches the names of a process through a function that sends a request and waits for the answer. */
export function createRemote(ask: (request: string) => Answer): Remote {
  const functions = createFunctionTable((id, name, args, construct) =>
    call(id, name, args, construct),
  );
  const byName = new Map<string, unknown>();
  let lastCall: Call | undefined;
  let trouble: string | undefined;

  const fail = (reason: string): never => {
    trouble ??= reason;
    throw new Error(reason);
  };
  const read = (data: unknown): unknown => {
    try {
      return decode(data, functions.find);
    } catch (error) {
      return fail((error as Error).message);
    }
  };

  /** Sends a request and serves the calls that come back before its answer. */
  function exchange(request: ToExecutor): Exclude<FromExecutor, { type: "callback" }> {
    for (let next: ToExecutor = request; ; ) {
      const answer = ask(JSON.stringify(next));
      if ("lost" in answer) return fail(answer.lost);
      const message = parse(answer.line);
      if (message.type === "unreadable")
        return fail(`it gave ${message.reason}, which no test can read`);
      if (message.type !== "callback") return message;
      next = serve(message.target, message.args);
    }
  }

  function parse(line: string): FromExecutor {
    try {
      const message: unknown = JSON.parse(line);
      if (TYPES.has((message as FromExecutor).type)) return message as FromExecutor;
    } catch {
      // Said below.
    }
    return fail("the answer cannot be read");
  }

  function serve(target: number, args: readonly unknown[]): Result {
    try {
      const value = functions.call(target, read(args) as unknown[], false);
      return { type: "returned", value: encode(value, functions.keep) };
    } catch (error) {
      const { name, message } = Object(error) as Partial<Error>;
      return { type: "threw", error: { error: { name: String(name), message: String(message) } } };
    }
  }

  function call(
    target: string | number,
    name: string,
    args: readonly unknown[],
    construct: boolean,
  ): unknown {
    const text = `${construct ? "new " : ""}${clean(name, 60)}(${args.map(short).join(", ")})`;
    const known = typeof target === "string" ? target : "a function that it gave";
    lastCall = { text, name: known, outcome: "did not come to an end" };
    const written = args.map((argument) => encode(argument, functions.keep));
    const message = exchange({ type: "call", target, args: written, construct });
    if (message.type === "returned") {
      const value = read(message.value);
      lastCall = { text, name: known, outcome: `gave ${short(value)}` };
      return message.promise ? Promise.resolve(value) : value;
    }
    if (message.type !== "threw") return fail("the answer cannot be read");
    const thrown = read(message.error);
    if (isTodo(thrown)) return fail("not answered yet");
    const error = submittedError(thrown, text, known);
    lastCall = error.call;
    if (message.promise) return rejected(error);
    throw error;
  }

  return {
    get(name) {
      if (byName.has(name)) return byName.get(name);
      const message = exchange({ type: "get", name });
      if (message.type === "missing") return fail(`${name} is not defined`);
      if (message.type === "threw") throw submittedError(read(message.error), name, name);
      if (message.type === "returned") {
        const value = read(message.value);
        lastCall = { text: name, name, outcome: `is ${short(value)}` };
        return value;
      }
      const wrapper = function (this: unknown, ...args: unknown[]): unknown {
        return call(name, name, args, new.target !== undefined);
      };
      byName.set(name, wrapper);
      return wrapper;
    },
    get lastCall() {
      return lastCall;
    },
    get trouble() {
      return trouble;
    },
    startTest() {
      lastCall = undefined;
      trouble = undefined;
    },
  };
}

/** A promise that a test may leave alone. */
function rejected(error: Error): Promise<never> {
  const promise = Promise.reject(error);
  promise.catch(() => {});
  return promise;
}

const TYPES = new Set(["returned", "threw", "missing", "function", "unreadable", "callback"]);

function submittedError(thrown: unknown, text: string, known: string): SubmittedError {
  const { name, message } = thrown instanceof Error ? thrown : { name: "", message: short(thrown) };
  const words = clean(name === "" ? message : `${name}: ${message}`, 300);
  return new SubmittedError(clean(name, 60), clean(message, 300), {
    text,
    name: known,
    outcome: `stopped with ${words}`,
  });
}

/** A value in a line. */
function short(value: unknown): string {
  const options = { depth: 2, maxArrayLength: 6, maxStringLength: 80, breakLength: Infinity };
  return clean(inspect(value, options), 160);
}

/** Text that does nothing but be read: no control characters, no change of direction, not long. */
export function clean(text: string, longest: number): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, " ");
  return plain.length <= longest ? plain : `${plain.slice(0, longest)}…`;
}
