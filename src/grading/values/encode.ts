/** How values cross between the sandbox and the marking side: as JSON, by copy. */

/** A function stays where it is; the other side gets a number to call it by. */
export type KeepFunction = (value: FunctionValue, self: unknown) => object;
// biome-ignore lint/complexity/noBannedTypes: any function of anybody
export type FunctionValue = Function;

/** A value that cannot cross: the message says which part of it. */
export class CannotCross extends TypeError {}

/** Deeper than any honest answer; a cycle gets here, too. */
export const MAX_DEPTH = 60;

type View = new (buffer: ArrayBuffer) => ArrayBufferView;

export const TYPED_ARRAYS: Readonly<Record<string, View>> = {
  Float64Array: Float64Array,
  Float32Array: Float32Array,
  Int8Array: Int8Array,
  Int16Array: Int16Array,
  Int32Array: Int32Array,
  Uint8Array: Uint8Array,
  Uint8ClampedArray: Uint8ClampedArray,
  Uint16Array: Uint16Array,
  Uint32Array: Uint32Array,
  BigInt64Array: BigInt64Array,
  BigUint64Array: BigUint64Array,
};

/**
 * A value as JSON data. Unharmed are numbers (NaN, infinities and −0, too), text, undefined, null, big
 * integers, lists, typed arrays, plain objects, maps, sets, dates and errors. An object of a class
 * becomes a plain one: its fields, what its getters give, and its methods, which still act on it.
 *
 * @throws CannotCross for symbols, promises inside of something, and what is nested too deeply
 */
export function encode(value: unknown, keep: KeepFunction, depth = 0, self?: unknown): unknown {
  if (depth > MAX_DEPTH)
    throw new CannotCross(
      `a value that contains itself, or is nested over ${MAX_DEPTH} levels deep`,
    );
  const inner = (part: unknown, owner?: unknown): unknown => encode(part, keep, depth + 1, owner);
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { number: numberText(value) };
    case "undefined":
      return { undefined: true };
    case "bigint":
      return { bigint: String(value) };
    case "function":
      return keep(value, self);
    case "symbol":
      throw new CannotCross("a symbol");
  }
  if (value === null) return null;
  if (Array.isArray(value)) return Array.from(value, (part) => inner(part));
  if (ArrayBuffer.isView(value)) return encodeView(value);
  if (value instanceof Date) return { date: inner(value.getTime()) };
  if (value instanceof Error)
    return { error: { name: String(value.name), message: String(value.message) } };
  if (value instanceof Map)
    return { map: Array.from(value, ([key, part]) => [inner(key), inner(part)]) };
  if (value instanceof Set) return { set: Array.from(value, (part) => inner(part)) };
  if (typeof (value as { then?: unknown }).then === "function")
    throw new CannotCross("a promise inside of something; it must be awaited first");
  return { object: fieldsOf(value as object).map(([name, part]) => [name, inner(part, value)]) };
}

function numberText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function encodeView(view: ArrayBufferView): object {
  const name = Object.prototype.toString.call(view).slice(8, -1);
  if (!Object.hasOwn(TYPED_ARRAYS, name)) throw new CannotCross(`a ${name}`);
  const bytes = Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  return { [name]: bytes.toString("base64") };
}

/** Own enumerable fields, then methods and getters of the classes it is an instance of. */
function fieldsOf(value: object): [name: string, part: unknown][] {
  const fields = new Map<string, unknown>(Object.entries(value));
  for (
    let level = Object.getPrototypeOf(value);
    level && Object.getPrototypeOf(level);
    level = Object.getPrototypeOf(level)
  )
    for (const name of Object.getOwnPropertyNames(level))
      if (name !== "constructor" && !fields.has(name))
        fields.set(name, (value as Record<string, unknown>)[name]);
  return [...fields];
}
