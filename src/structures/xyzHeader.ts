import type { InfoValue } from "./frame.js";

/**
 * The second line of an extended-XYZ frame, `key=value` in a row. A value with spaces is quoted with
 * " or ', or in {} or []; a backslash makes the next character an ordinary one; a key alone is true.
 *
 * @throws Error when a quote or bracket is not closed
 */
export function parseHeader(line: string): Map<string, string> {
  const fields = new Map<string, string>();
  const closing: Readonly<Record<string, string>> = { '"': '"', "'": "'", "{": "}", "[": "]" };
  let key: string | undefined;
  let word = "";
  let until = "";
  let quoted = false;
  const finish = (): void => {
    if (key !== undefined) fields.set(key, word);
    else if (word !== "") fields.set(word, "T");
    key = undefined;
    word = "";
    quoted = false;
  };
  for (let i = 0; i < line.length; i++) {
    const char = line[i]!;
    if (char === "\\" && i + 1 < line.length) word += line[++i];
    else if (until !== "") {
      if (char === until) until = "";
      else word += char;
    } else if (word === "" && !quoted && char in closing) {
      until = closing[char]!;
      quoted = true;
    } else if (/\s/.test(char)) finish();
    else if (char === "=" && key === undefined) {
      key = word;
      word = "";
      quoted = false;
    } else word += char;
  }
  if (until !== "") throw new Error(`a value must end with the ${until} that it began with`);
  finish();
  return fields;
}

/** Numbers, T and F become what they mean, one or several of them; anything else stays text. */
export function infoValue(text: string): InfoValue {
  const words = text.trim().split(/[\s,]+/);
  const truths: Readonly<Record<string, boolean>> = { T: true, True: true, F: false, False: false };
  const numbers = words.map((word) => (word === "" ? Number.NaN : Number(word)));
  if (numbers.every(Number.isFinite)) return numbers.length === 1 ? numbers[0]! : numbers;
  const booleans = words.map((word) => truths[word]);
  if (booleans.every((truth) => truth !== undefined))
    return booleans.length === 1 ? booleans[0]! : (booleans as boolean[]);
  return text;
}

/** `key=value`, quoted where it has to be. */
export function headerField(key: string, value: InfoValue): string {
  const word = (part: string | number | boolean): string =>
    typeof part === "boolean" ? (part ? "T" : "F") : String(part);
  const text = typeof value === "object" ? value.map(word).join(" ") : word(value);
  return /^[^\s"'{}[\]\\=,]+$/.test(text)
    ? `${key}=${text}`
    : `${key}="${text.replaceAll(/["\\]/g, "\\$&")}"`;
}
