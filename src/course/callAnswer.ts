import { isTodo } from "./todo.js";
import type { Verdict } from "./verdict.js";

/**
 * Calls a student's function and accepts nothing but a finite number. Whatever else happens (an
 * untouched stub, a crash, a forgotten return, NaN, a promise) comes back as a verdict; nothing
 * that the function throws gets out.
 *
 * @param call   the call, for example `() => answer(2)`
 * @param where  begins the sentence: "your function" or "at 2 your function"
 */
export function callAnswer(call: () => unknown, where: string): number | Verdict {
  let got: unknown;
  try {
    got = call();
  } catch (error) {
    if (isTodo(error)) return { status: "missing", message: error.message };
    return { status: "wrong", message: `${where} stopped with ${describeError(error)}` };
  }
  if (typeof got === "number" && Number.isFinite(got)) return got;
  return { status: "wrong", message: `${where} ${describe(got)}` };
}

function describe(got: unknown): string {
  if (got === undefined) return "returned nothing (undefined); is a return missing?";
  if (typeof got === "number") return `gives ${got}, which is not a finite number`;
  if (isPromise(got)) {
    got.then(undefined, () => undefined); // a rejection nobody awaits would end the cell
    return 'returned a promise; write it without the word "async"';
  }
  return `returned ${got === null ? "null" : `a value of type ${typeof got}`}; it must be a number`;
}

// No instanceof in this file: a cell may run in a context with classes of its own.
function isPromise(got: unknown): got is PromiseLike<unknown> {
  return typeof (got as Partial<PromiseLike<unknown>> | null)?.then === "function";
}

function describeError(error: unknown): string {
  const { name, message } = Object(error) as Partial<Error>;
  if (typeof message === "string") return `${name}: ${message}`;
  return typeof error === "string" ? error : `a thrown ${typeof error}`;
}
