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
  const outcome = attempt(call, where);
  if ("status" in outcome) return outcome;
  const got = outcome.returned;
  if (typeof got === "number" && Number.isFinite(got)) return got;
  return { status: "wrong", message: `${where} ${describe(got)}` };
}

/** The same for a flat list of finite numbers, as an array or a typed array; gives a copy. */
export function callForNumbers(call: () => unknown, where: string): Float64Array | Verdict {
  const outcome = attempt(call, where);
  if ("status" in outcome) return outcome;
  const wrong = (problem: string): Verdict => ({
    status: "wrong",
    message: `${where} ${problem}`,
  });
  const got = outcome.returned;
  if (!Array.isArray(got) && !(ArrayBuffer.isView(got) && "length" in got))
    return wrong(describe(got, "a flat list of numbers"));
  const elements = Array.from(got as ArrayLike<unknown>);
  const odd = elements.findIndex((element) => !Number.isFinite(element));
  if (odd < 0) return Float64Array.from(elements as number[]);
  if (typeof elements[odd] === "object" && elements[odd] !== null)
    return wrong("returned a list of lists; it must be one flat list of numbers");
  return wrong(`gives ${String(elements[odd])} as element ${odd} (counted from 0)`);
}

/** Calls and lets nothing out: what came back, or a verdict on a stub or a crash. */
export function attempt(
  call: () => unknown,
  where: string,
): { readonly returned: unknown } | Verdict {
  try {
    return { returned: call() };
  } catch (error) {
    if (isTodo(error)) return { status: "missing", message: error.message };
    return { status: "wrong", message: `${where} stopped with ${describeError(error)}` };
  }
}

/** What came back in place of what was asked for, as the end of a sentence. */
export function describe(got: unknown, wanted = "a number"): string {
  if (got === undefined) return "returned nothing (undefined); is a return missing?";
  if (typeof got === "number" && wanted === "a number")
    return `gives ${got}, which is not a finite number`;
  if (isPromise(got)) {
    got.then(undefined, () => undefined); // a rejection nobody awaits would end the cell
    return 'returned a promise; write it without the word "async"';
  }
  return `returned ${got === null ? "null" : `a value of type ${typeof got}`}; it must be ${wanted}`;
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
