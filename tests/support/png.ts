import { inflateSync } from "node:zlib";

/** An image: red, green, blue and opacity of each pixel, 0 to 255, row after row. */
export interface Image {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** Reads a PNG file of 8 bits in each of four channels, not interlaced, as resvg and Chromium write them. */
export function readPng(file: Buffer): Image {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12)
    if (file.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  const packed = inflateSync(Buffer.concat(parts));
  const stride = 4 * width;
  const rgba = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = packed[y * (stride + 1)]!;
    for (let i = 0; i < stride; i++) {
      const left = i < 4 ? 0 : rgba[y * stride + i - 4]!;
      const above = y === 0 ? 0 : rgba[(y - 1) * stride + i]!;
      const corner = i < 4 || y === 0 ? 0 : rgba[(y - 1) * stride + i - 4]!;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter]!;
      rgba[y * stride + i] = packed[y * (stride + 1) + 1 + i]! + guess;
    }
  }
  return { width, height, rgba };
}

function paeth(left: number, above: number, corner: number): number {
  const distances = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs);
  const least = Math.min(...distances);
  return [left, above, corner][distances.indexOf(least)]!;
}

/** The pixels of about one colour, "#rrggbb": how many, and the box around them. */
export function pixelsOf({ width, rgba }: Image, colour: string) {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const box = { count: 0, left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let i = 0; i < rgba.length; i += 4) {
    if (wanted.some((value, channel) => Math.abs(rgba[i + channel]! - value) > 12)) continue;
    const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)];
    box.count++;
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}
