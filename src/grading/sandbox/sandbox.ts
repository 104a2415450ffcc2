import type { Readable, Writable } from "node:stream";
import type { GroupLimits } from "./cgroups.js";

export interface Limits extends GroupLimits {
  /** Processor time of each process, seconds. */
  readonly cpuSeconds: number;
  /** All of its own temporary folder, bytes. */
  readonly temporaryBytes: number;
}

/** A Node program that may run what strangers wrote. */
export interface Program {
  /** The only folder it sees, read-only, as /box. */
  readonly folder: string;
  /** Folders shown in place of (empty) ones inside `folder`: path inside -> folder of the machine. */
  readonly mounts?: Readonly<Record<string, string>>;
  /** The script to run, and where it runs: paths inside `folder`. */
  readonly script: string;
  readonly workingFolder: string;
  /** Limit of V8's heap: an honest program then ends with a message. */
  readonly heapMegabytes: number;
  readonly limits: Limits;
}

/** A started program. */
export interface Confined {
  readonly input: Writable;
  /** What it says to us, from its file descriptor 3. What it prints is thrown away. */
  readonly answers: Readable;
  /** Ends the whole tree at once; `ended` follows. */
  kill(): void;
  /** Resolves when no process and no file of it is left, to how it ended. */
  readonly ended: Promise<Ending>;
}

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly outOfMemory: boolean;
  /** The end of what it wrote to standard error. */
  readonly lastWords: string;
}

export interface Sandbox {
  /** What protects the machine, and the caps, each in a few words: for every report. */
  describe(limits: Limits): string[];
  start(program: Program): Confined;
}

/** No sandbox can be had here; the message says what to do. */
export class NoSandbox extends Error {}
