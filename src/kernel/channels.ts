import { readFileSync } from "node:fs";
import { Publisher, Reply, Router, type Socket } from "zeromq";
import { type Header, type Request, readRequest, writeMessage } from "./wire.js";

/** The connection file that Jupyter writes for a kernel. */
interface Connection {
  readonly transport: "tcp" | "ipc";
  readonly ip: string;
  readonly key: string;
  readonly shell_port: number;
  readonly control_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly hb_port: number;
}

export interface Channels {
  /** Hands every request to its handler as soon as it is read; before, they wait in the sockets. */
  listen(onShell: (request: Request) => void, onControl: (request: Request) => void): void;
  /** Broadcast on iopub; messages leave in the order of the calls. */
  publish(type: string, content: object, parent: Header | undefined): void;
  /** Answer a request on the channel it came from. */
  reply(channel: "shell" | "control", request: Request, type: string, content: object): void;
  /** Resolves when everything handed over so far has left; then closes all sockets. */
  close(): Promise<void>;
}

/** Binds the five sockets of a kernel. */
export async function openChannels(connectionFile: string): Promise<Channels> {
  const connection: Connection = JSON.parse(readFileSync(connectionFile, "utf8"));
  const { key } = connection;
  const iopub = new Publisher({ sendHighWaterMark: 0, linger: 1000 });
  const shell = new Router({ sendHighWaterMark: 0, linger: 1000 });
  const control = new Router({ sendHighWaterMark: 0, linger: 1000 });
  const stdin = new Router({ linger: 0 });
  const heartbeat = new Reply({ linger: 0 });
  // ZeroMQ accepts one send at a time on a socket: each waits for the one before.
  const pending = new Map<Socket, Promise<void>>();
  const send = (socket: Publisher | Router, frames: Buffer[]): void => {
    const before = pending.get(socket) ?? Promise.resolve();
    // A client that is gone is no reason to stop.
    pending.set(
      socket,
      before.then(() => socket.send(frames)).catch(() => {}),
    );
  };
  const address = (port: number): string =>
    connection.transport === "ipc"
      ? `ipc://${connection.ip}-${port}`
      : `tcp://${connection.ip}:${port}`;
  await Promise.all([
    iopub.bind(address(connection.iopub_port)),
    shell.bind(address(connection.shell_port)),
    control.bind(address(connection.control_port)),
    stdin.bind(address(connection.stdin_port)),
    heartbeat.bind(address(connection.hb_port)),
  ]);
  void echo(heartbeat);
  return {
    listen(onShell, onControl) {
      void read(shell, key, onShell);
      void read(control, key, onControl);
    },
    publish: (type, content, parent) =>
      send(iopub, [Buffer.from(type), ...writeMessage(key, type, content, parent)]),
    reply: (channel, request, type, content) =>
      send(
        channel === "shell" ? shell : control,
        writeMessage(key, type, content, request.header, request.identities),
      ),
    async close() {
      await Promise.all(pending.values());
      for (const socket of [iopub, shell, control, stdin, heartbeat]) socket.close();
    },
  };
}

async function read(
  socket: Router,
  key: string,
  handle: (request: Request) => void,
): Promise<void> {
  for await (const frames of socket) {
    try {
      handle(readRequest(key, frames));
    } catch (error) {
      // Not from our client (wrong key) or not a message at all: it gets no answer.
      process.stderr.write(`kernel: message ignored: ${error}\n`);
    }
  }
}

async function echo(socket: Reply): Promise<void> {
  for await (const frames of socket) await socket.send(frames);
}
