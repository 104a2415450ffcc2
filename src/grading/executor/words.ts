import { inspect } from "node:util";

/** What is kept of the words of a cell, characters. */
const LONGEST = 200_000;

/** Collects what cells print from now on; gives what came since it was asked last. */
export function collectWords(): (result: unknown) => string {
  let words = "";
  process.stdout.write = (chunk: string | Uint8Array): boolean => {
    words += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
    words = words.slice(0, LONGEST);
    return true;
  };
  return (result) => {
    const said = result === undefined ? words : `${words}${inspect(result)}`;
    words = "";
    return said;
  };
}
