import type { FunctionValue } from "./encode.js";

/** How a function is written: a number of the writer's own, or one that the reader gave earlier. */
export type Kept = { readonly mine: number; readonly name: string } | { readonly yours: number };

export interface FunctionTable {
  /** For `encode`. */
  keep(value: FunctionValue, self: unknown): object;
  /** For `decode`. */
  find(kept: object): FunctionValue;
  /** Calls, or constructs with, a function kept here. */
  call(id: number, args: readonly unknown[], construct: boolean): unknown;
}

/** The functions that one side has told the other about; `callOther` calls one of the other side's. */
export function createFunctionTable(
  callOther: (id: number, name: string, args: readonly unknown[], construct: boolean) => unknown,
): FunctionTable {
  const mine: { value: FunctionValue; self: unknown }[] = [];
  const theirs = new WeakMap<FunctionValue, number>();
  return {
    keep(value, self) {
      const yours = theirs.get(value);
      if (yours !== undefined) return { function: { yours } };
      mine.push({ value, self });
      return { function: { mine: mine.length - 1, name: String(value.name) } };
    },
    find(kept) {
      const { yours, mine: id, name } = kept as { yours?: unknown; mine?: unknown; name?: unknown };
      if (yours !== undefined) return functionOf(yours).value;
      if (typeof id !== "number" || typeof name !== "string")
        throw new TypeError("the answer cannot be read: a function that is none");
      const wrapper = function (this: unknown, ...args: unknown[]): unknown {
        return callOther(id, name, args, new.target !== undefined);
      };
      theirs.set(wrapper, id);
      return wrapper;
    },
    call(id, args, construct) {
      const { value, self } = functionOf(id);
      return construct ? Reflect.construct(value, args) : Reflect.apply(value, self, args);
    },
  };

  function functionOf(id: unknown): { value: FunctionValue; self: unknown } {
    const found = mine[id as number];
    if (!found) throw new TypeError("the answer cannot be read: a function that was never given");
    return found;
  }
}
