import { PassThrough } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { onLines } from "../../../src/grading/executor/lineReader.js";

async function linesOf(chunks: readonly (string | Buffer)[], longest = 100): Promise<string[]> {
  const stream = new PassThrough();
  const heard: string[] = [];
  onLines(
    stream,
    longest,
    (line) => heard.push(line),
    () => heard.push("TOO LONG"),
  );
  for (const chunk of chunks) {
    stream.write(chunk);
    await turn();
  }
  return heard;
}

test("lines, however they are cut into pieces", async () => {
  const text = Buffer.from("eins\nzwei äöü\n\ndrei\nrest");
  const bytes = Array.from(text, (byte) => Buffer.of(byte));
  expect(await linesOf(bytes)).toEqual(["eins", "zwei äöü", "", "drei"]);
  expect(await linesOf([text])).toEqual(["eins", "zwei äöü", "", "drei"]);
});

test("a line that gets too long is refused once, and nothing is heard after it", async () => {
  const blocks = Array.from({ length: 5 }, () => "x".repeat(60));
  expect(await linesOf(["ok\n", ...blocks, "\nlater\n"])).toEqual(["ok", "TOO LONG"]);
});
