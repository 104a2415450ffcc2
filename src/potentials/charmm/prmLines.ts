import { isDeepStrictEqual } from "node:util";

/** A line of a CHARMM file, without its remark, with the lines that continue it. */
export interface PrmLine {
  readonly words: readonly string[];
  /** The word at this place, from 0, as a finite number. */
  number(at: number): number;
  positive(at: number, unit: string): number;
  /** The first words as a name, "CT2-CT3"; it must match. */
  types(count: number, pattern?: RegExp): string;
  requireWords(least: number, most: number): void;
  /** Puts a value under a name, or its reverse if that is there; what is there must be the same. */
  enter<V>(table: Record<string, V>, name: string, value: V): void;
  /** Adds to a list of values, none of which may clash unless it is the same. */
  append<V>(
    table: Record<string, readonly V[]>,
    name: string,
    value: V,
    clashes: (other: V) => boolean,
  ): void;
  refuse(rule: string): never;
}

/** The lines that hold anything: "!" begins a remark, "*" a line of remarks, and "-" continues a line. */
export function prmLines(text: string): PrmLine[] {
  const found: PrmLine[] = [];
  let words: string[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.split("!")[0]!.trim();
    if (line === "" || line.startsWith("*")) continue;
    words.push(...line.replace(/-$/, "").split(/\s+/).filter(Boolean));
    if (line.endsWith("-")) continue;
    found.push(lineOf(words, index + 1));
    words = [];
  }
  return found;
}

function lineOf(words: readonly string[], lineNumber: number): PrmLine {
  const refuse = (rule: string): never => {
    throw new RangeError(`readCharmmParameters: line ${lineNumber} ${rule}`);
  };
  const number = (at: number): number => {
    const value = Number(words[at] ?? Number.NaN);
    return Number.isFinite(value)
      ? value
      : refuse(`must have a number as word ${at + 1}, got "${words[at] ?? ""}"`);
  };
  const nameIn = (table: object, name: string): string => {
    const reverse = name.split("-").reverse().join("-");
    return Object.hasOwn(table, reverse) ? reverse : name;
  };
  return {
    words,
    number,
    refuse,
    positive(at, unit) {
      const value = number(at);
      return value > 0 ? value : refuse(`must have a positive number of ${unit}, got ${value}`);
    },
    types(count, pattern = /./) {
      const name = words.slice(0, count).join("-");
      const fits = name.split("-").length === count && pattern.test(name);
      return fits ? name : refuse(`must begin with ${count} atom types, got "${name}"`);
    },
    requireWords(least, most) {
      if (words.length >= least && words.length <= most) return;
      const wanted = least === most ? `${least}` : `${least} to ${most}`;
      refuse(`must have ${wanted} entries, got ${words.length}`);
    },
    enter(table, name, value) {
      const key = nameIn(table, name);
      if (Object.hasOwn(table, key) && !isDeepStrictEqual(table[key], value))
        refuse(`must agree with an earlier line for ${key}`);
      table[key] = value;
    },
    append(table, name, value, clashes) {
      const key = nameIn(table, name);
      const list = Object.hasOwn(table, key) ? table[key]! : [];
      const other = list.find(clashes);
      if (other !== undefined && !isDeepStrictEqual(other, value))
        refuse(`must agree with an earlier line for ${key}`);
      if (other === undefined) table[key] = [...list, value];
    },
  };
}
