/** What the marking side and the process that runs a submission say to each other, a line of JSON each. */

export interface CodeToRun {
  readonly code: string;
  readonly topLevelAwait: boolean;
  /** Under this name the cell leaves the value of its last expression. */
  readonly resultName?: string | undefined;
}

export type ToExecutor =
  | ({
      readonly type: "run";
      /** Answer with what the cell prints and gives, too. */
      readonly record?: boolean;
    } & CodeToRun)
  /** What a name stands for. */
  | { readonly type: "get"; readonly name: string }
  /** `target`: a name, or the number of a function that was given out. */
  | {
      readonly type: "call";
      readonly target: string | number;
      readonly args: readonly unknown[];
      readonly construct: boolean;
    }
  | Result;

export type FromExecutor =
  | { readonly type: "ready" }
  | { readonly type: "ran"; readonly error?: RunError; readonly words?: string }
  | { readonly type: "missing" }
  | { readonly type: "function" }
  /** The result has a part that cannot cross. */
  | { readonly type: "unreadable"; readonly reason: string }
  | { readonly type: "callback"; readonly target: number; readonly args: readonly unknown[] }
  | Result;

/** How a call ended; `promise`: by a promise that was waited for. Values as `encode` writes them. */
export type Result =
  | { readonly type: "returned"; readonly value: unknown; readonly promise?: boolean }
  | { readonly type: "threw"; readonly error: unknown; readonly promise?: boolean };

export interface RunError {
  readonly name: string;
  readonly message: string;
}
