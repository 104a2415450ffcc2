import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { type Checkpoint, loadCheckpoint, saveCheckpoint } from "../../src/dynamics/checkpoint.js";

const folder = mkdtempSync(join(tmpdir(), "mlip-checkpoint-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "run.checkpoint");

const checkpoint: Checkpoint = {
  step: 12_000,
  heat: -0.1234567890123456,
  positions: Float64Array.of(1 / 3, -0, 5e-324),
  velocities: Float64Array.of(Math.PI, 1e-300, -1.7976931348623157e308),
  forces: Float64Array.of(0.1, 0.2, 0.30000000000000004),
  listedAt: new Float64Array(0),
};

test("comes back bit for bit", () => {
  saveCheckpoint(path, checkpoint);
  expect(loadCheckpoint(path)).toEqual(checkpoint); // toEqual tells 0 from −0
});
test("any numbers do", () => {
  const arrays = fc.array(fc.double(), { maxLength: 9 }).map((list) => Float64Array.from(list));
  fc.assert(
    fc.property(arrays, arrays, (positions, forces) => {
      saveCheckpoint(path, { ...checkpoint, positions, forces });
      expect(loadCheckpoint(path)).toEqual({ ...checkpoint, positions, forces });
    }),
    { numRuns: 30, seed: 1 },
  );
});
test("arrays that are part of a longer one are saved by themselves", () => {
  const forces = Float64Array.of(7, 0.1, 0.2, 0.3).subarray(1);
  saveCheckpoint(path, { ...checkpoint, forces });
  expect([...loadCheckpoint(path).forces]).toEqual([0.1, 0.2, 0.3]);
});
test("replaces an old one, and leaves nothing else behind", () => {
  saveCheckpoint(path, checkpoint);
  saveCheckpoint(path, { ...checkpoint, step: 13_000 });
  expect(loadCheckpoint(path).step).toBe(13_000);
  expect(readdirSync(folder)).toEqual(["run.checkpoint"]);
});
test("one that cannot be written leaves the old one as it was", () => {
  const before = readFileSync(path, "utf8");
  const broken = { ...checkpoint, forces: undefined } as unknown as Checkpoint;
  expect(() => saveCheckpoint(path, broken)).toThrow(TypeError);
  expect(readFileSync(path, "utf8")).toBe(before);
  expect(() => saveCheckpoint(join(folder, "none", "run"), checkpoint)).toThrow(/ENOENT/);
  expect(existsSync(join(folder, "none"))).toBe(false);
});
test("it is written beside the old one first, and so is what a crash would leave half-done", () => {
  const before = readFileSync(path, "utf8");
  mkdirSync(`${path}.partial`); // so that writing fails
  expect(() => saveCheckpoint(path, checkpoint)).toThrow(/EISDIR/);
  rmdirSync(`${path}.partial`);
  expect(readFileSync(path, "utf8")).toBe(before);
});
test("is one line of JSON", () => {
  const text = readFileSync(path, "utf8");
  expect(text.trimEnd().split("\n").length).toBe(1);
  expect(JSON.parse(text)).toMatchObject({ format: "mlip checkpoint 1", step: 13_000 });
});
test.each(["", "{", "[1]", '{"format":"other"}', "3"])("refuses a file with %o", (text) => {
  const other = join(folder, "other");
  writeFileSync(other, text);
  expect(() => loadCheckpoint(other)).toThrow(
    new RangeError(`loadCheckpoint: ${other} must be a file of saveCheckpoint, got another format`),
  );
});
test("a file that is not there is said to be so", () => {
  expect(() => loadCheckpoint(join(folder, "missing"))).toThrow(/ENOENT/);
});
