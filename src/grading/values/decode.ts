import { type FunctionValue, MAX_DEPTH, TYPED_ARRAYS } from "./encode.js";

/** Gives a local function for what `KeepFunction` wrote on the other side. */
export type FindFunction = (kept: object) => FunctionValue;

/**
 * Functions under these names would run when a value is merely printed, compared or awaited; they are
 * left out, so that reading a value that crossed never calls its owner.
 */
const NEVER_CALLED = new Set(["then", "toString", "valueOf", "toJSON", "constructor"]);

/**
 * What `encode` wrote, as fresh plain values. Trusts nothing: the data may come from a hostile
 * program, and nothing of it can be code, a prototype or a value that changes when it is read.
 *
 * @throws TypeError for data that `encode` never writes
 */
export function decode(data: unknown, find: FindFunction, depth = 0): unknown {
  if (depth > MAX_DEPTH) throw unreadable("nested too deeply");
  const inner = (part: unknown): unknown => decode(part, find, depth + 1);
  if (typeof data !== "object" || data === null) {
    if (data === undefined) throw unreadable("nothing");
    return data;
  }
  if (Array.isArray(data)) return data.map(inner);
  const [entry, ...more] = Object.entries(data);
  if (!entry || more.length > 0) throw unreadable("an object of unknown kind");
  const [kind, content] = entry;
  if (kind === "function") return find(content as object);
  if (Object.hasOwn(TYPED_ARRAYS, kind)) return decodeView(kind, content);
  if (!Object.hasOwn(KINDS, kind)) throw unreadable(`the kind "${kind.slice(0, 20)}"`);
  return KINDS[kind as keyof typeof KINDS](content, inner);
}

type Inner = (part: unknown) => unknown;

const KINDS = {
  undefined: () => undefined,
  number: (content: unknown) => Number(text(content)),
  bigint: (content: unknown) => BigInt(text(content)),
  date: (content: unknown, inner: Inner) => new Date(inner(content) as number),
  set: (content: unknown, inner: Inner) => new Set(list(content).map(inner)),
  map: (content: unknown, inner: Inner) =>
    new Map(pairs(content).map(([key, part]) => [inner(key), inner(part)])),
  error(content: unknown) {
    const { name, message } = Object(content) as { name?: unknown; message?: unknown };
    return Object.assign(new Error(text(message)), { name: text(name), stack: "" });
  },
  object(content: unknown, inner: Inner) {
    const object = {};
    for (const [name, part] of pairs(content)) {
      const value = inner(part);
      if (typeof value === "function" && NEVER_CALLED.has(text(name))) continue;
      // An own field even for the name __proto__.
      const field = { value, writable: true, enumerable: true, configurable: true };
      Object.defineProperty(object, text(name), field);
    }
    return object;
  },
};

function decodeView(name: string, content: unknown): unknown {
  const bytes = Uint8Array.from(Buffer.from(text(content), "base64"));
  return new TYPED_ARRAYS[name]!(bytes.buffer);
}

function text(data: unknown): string {
  if (typeof data !== "string") throw unreadable("a text that is none");
  return data;
}

function list(data: unknown): unknown[] {
  if (!Array.isArray(data)) throw unreadable("a list that is none");
  return data;
}

function pairs(data: unknown): [unknown, unknown][] {
  return list(data).map((pair) => {
    const [first, second, ...more] = list(pair);
    if (more.length > 0) throw unreadable("a pair that is none");
    return [first, second];
  });
}

function unreadable(what: string): TypeError {
  return new TypeError(`the answer cannot be read: ${what}`);
}
