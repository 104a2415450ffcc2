import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers";
import timersPromises from "node:timers/promises";
import { promisify } from "node:util";
import { EVERY_CELL } from "../messages.js";
import { asCell, currentCell } from "./currentCell.js";

type Handle = NodeJS.Timeout | NodeJS.Immediate;

const STOP = new Error("the cell was stopped");
const owners = new Map<Handle, number>();
const stops = new Map<number, AbortController>();

/** Ends what a cell waits for: its timers never fire, its sleeping promises are rejected. */
export function stopTimers(cell: number): void {
  const concerned = (owner: number): boolean => owner === cell || cell === EVERY_CELL;
  for (const [handle, owner] of owners) {
    if (!concerned(owner)) continue;
    clearTimeout(handle as NodeJS.Timeout);
    clearImmediate(handle as NodeJS.Immediate);
  }
  for (const [owner, stop] of stops) {
    if (!concerned(owner)) continue;
    stops.delete(owner);
    stop.abort(STOP);
  }
}

/** Whether an error is only the echo of a stop: a sleeping promise that `stopTimers` rejected. */
export function isStop(error: unknown): boolean {
  return error === STOP || (error instanceof Error && error.cause === STOP);
}

/**
 * Replaces Node's timers, so that a callback prints under the cell that set it, an error in it
 * goes to `onError` with that cell, and a stopped cell wakes up no more.
 */
export function installTimers(onError: (cell: number, error: unknown) => void): void {
  const own =
    <S extends (callback: (...args: unknown[]) => void, ...rest: never[]) => Handle>(
      set: S,
      once: boolean,
    ) =>
    (callback: (...args: unknown[]) => void, ...rest: never[]): Handle => {
      // Node's own message for a wrong callback is the clearest.
      if (typeof callback !== "function") return set(callback, ...rest);
      const cell = currentCell();
      const handle = set(
        (...args: unknown[]) => {
          if (once) owners.delete(handle);
          try {
            asCell(cell, () => callback(...args));
          } catch (error) {
            onError(cell, error);
          }
        },
        ...rest,
      );
      owners.set(handle, cell);
      return handle;
    };
  const forget =
    (clear: (handle?: never) => void) =>
    (handle?: Handle): void => {
      if (typeof handle === "object") owners.delete(handle);
      clear(handle as never);
    };
  const signal = (given?: AbortSignal): AbortSignal => {
    const cell = currentCell();
    const stop = stops.get(cell) ?? new AbortController();
    stops.set(cell, stop);
    return given ? AbortSignal.any([given, stop.signal]) : stop.signal;
  };
  const { setTimeout: sleep, setImmediate: yieldTurn } = timersPromises;
  const promised = {
    setTimeout: <T>(delay?: number, value?: T, options?: { ref?: boolean; signal?: AbortSignal }) =>
      sleep(delay, value, { ...options, signal: signal(options?.signal) }),
    setImmediate: <T>(value?: T, options?: { ref?: boolean; signal?: AbortSignal }) =>
      yieldTurn(value, { ...options, signal: signal(options?.signal) }),
  };
  const replaced = {
    setTimeout: own(timers.setTimeout as never, true),
    setInterval: own(timers.setInterval as never, false),
    setImmediate: own(timers.setImmediate as never, true),
    clearTimeout: forget(timers.clearTimeout as never),
    clearInterval: forget(timers.clearInterval as never),
    clearImmediate: forget(timers.clearImmediate as never),
  };
  Object.defineProperty(replaced.setTimeout, promisify.custom, { value: promised.setTimeout });
  Object.defineProperty(replaced.setImmediate, promisify.custom, { value: promised.setImmediate });
  Object.assign(timers, replaced);
  Object.assign(timersPromises, promised);
  Object.assign(globalThis, replaced);
  syncBuiltinESMExports();
}
