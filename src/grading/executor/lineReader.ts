import type { Readable } from "node:stream";

/** Splits what a stream says into lines; `refuse` is called once, when a line gets too long. */
export function onLines(
  stream: Readable,
  longest: number,
  hear: (line: string) => void,
  refuse: () => void,
): void {
  let parts: string[] = [];
  let length = 0;
  stream.setEncoding("utf8").on("data", (chunk: string) => {
    const [head, ...tail] = chunk.split("\n");
    for (const [i, piece] of [head!, ...tail].entries()) {
      if (i > 0) {
        const line = parts.join("");
        [parts, length] = [[], 0];
        hear(line);
      }
      parts.push(piece);
      length += piece.length;
    }
    if (length > longest) {
      stream.removeAllListeners("data");
      stream.resume();
      refuse();
    }
  });
}
