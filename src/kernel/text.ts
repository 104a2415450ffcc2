/** Jupyter counts Unicode characters, JavaScript UTF-16 units. */

export function utf16Offset(text: string, characters: number): number {
  return [...text].slice(0, characters).join("").length;
}

export function codePoints(text: string, utf16: number): number {
  return [...text.slice(0, utf16)].length;
}
