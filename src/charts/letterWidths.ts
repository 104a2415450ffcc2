/**
 * How wide a font's letters are, read from a TrueType file. Vega has no canvas in Node and would guess
 * 0.8 of the font size for each letter, which pushes axis titles and legends away from the axes.
 *
 * Reads three tables of the OpenType format: `cmap` (format 4: character to glyph), `hmtx` (glyph to
 * width) and `head` (units per em). Kerning is left out.
 *
 * @returns the width of a text at font size 1; a character the font lacks counts as its empty box
 * @throws RangeError when the file has no such tables
 */
export function letterWidths(font: Uint8Array): (text: string) => number {
  const bytes = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const head = tableStart(bytes, "head");
  const hhea = tableStart(bytes, "hhea");
  const hmtx = tableStart(bytes, "hmtx");
  const glyphOf = characterMap(bytes, tableStart(bytes, "cmap"));
  const unitsPerEm = bytes.getUint16(head + 18);
  const lastWidth = bytes.getUint16(hhea + 34) - 1;
  return (text) => {
    let units = 0;
    for (const character of text) {
      const glyph = Math.min(glyphOf(character.codePointAt(0)!), lastWidth);
      units += bytes.getUint16(hmtx + 4 * glyph);
    }
    return units / unitsPerEm;
  };
}

function tableStart(bytes: DataView, name: string): number {
  const tables = bytes.getUint16(4);
  for (let entry = 12; entry < 12 + 16 * tables; entry += 16) {
    const tag = [0, 1, 2, 3].map((i) => String.fromCharCode(bytes.getUint8(entry + i))).join("");
    if (tag === name) return bytes.getUint32(entry + 8);
  }
  throw new RangeError(`letterWidths: the font must have a table "${name}"`);
}

/** Format 4: the characters lie in segments; each maps to glyphs by a shift or through a list. */
function characterMap(bytes: DataView, cmap: number): (character: number) => number {
  const subtables = bytes.getUint16(cmap + 2);
  const starts = Array.from(
    { length: subtables },
    (_, i) => cmap + bytes.getUint32(cmap + 8 + 8 * i),
  );
  const start = starts.find((offset) => bytes.getUint16(offset) === 4);
  if (start === undefined)
    throw new RangeError("letterWidths: the font must have a character map of format 4");
  const twiceSegments = bytes.getUint16(start + 6);
  const ends = start + 14;
  const firsts = ends + twiceSegments + 2;
  const shifts = firsts + twiceSegments;
  const lists = shifts + twiceSegments;
  return (character) => {
    for (let i = 0; i < twiceSegments; i += 2) {
      if (character > bytes.getUint16(ends + i)) continue;
      const first = bytes.getUint16(firsts + i);
      if (character < first) return 0;
      const shift = bytes.getUint16(shifts + i);
      const list = bytes.getUint16(lists + i);
      if (list === 0) return (character + shift) & 0xffff;
      const glyph = bytes.getUint16(lists + i + list + 2 * (character - first));
      return glyph === 0 ? 0 : (glyph + shift) & 0xffff;
    }
    return 0;
  };
}
