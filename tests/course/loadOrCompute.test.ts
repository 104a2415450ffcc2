import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { loadOrCompute } from "../../src/course/loadOrCompute.js";

// A data folder of this test's own: other tests look at every file of the course's.
const data = mkdtempSync(join(tmpdir(), "mlip-data-"));
mkdirSync(join(data, "h2"));
vi.mock("../../src/structures/dataTable.js", () => ({
  dataFile: (name: string): string => {
    if (existsSync(join(data, name))) return join(data, name);
    throw new Error(`dataFile: data/${name} must exist`);
  },
}));
const path = "h2/run.json";
const file = join(data, path);
afterAll(() => rmSync(data, { recursive: true }));
const never = (): never => {
  throw new Error("it was computed");
};
let log = vi.spyOn(console, "log");

beforeEach(() => {
  log = vi.spyOn(console, "log").mockImplementation(() => undefined);
});
afterEach(() => {
  log.mockRestore();
  rmSync(file, { force: true });
});
const printed = (): string => log.mock.calls.map(([line]) => line).join("\n");

test("a committed result is read, not computed, and said so", async () => {
  writeFileSync(file, '{"losses":[3,2,1]}');
  expect(await loadOrCompute(path, never)).toEqual({ losses: [3, 2, 1] });
  expect(printed()).toBe(
    `read from data/${path}, computed earlier; { recompute: true } computes it anew`,
  );
});

test("without a file it is computed, said before and after, and not saved", async () => {
  expect(await loadOrCompute(path, async () => ({ losses: [1] }))).toEqual({ losses: [1] });
  expect(printed()).toMatch(
    /^data\/h2\/.* is not there, so it is computed now \.\.\.\ncomputed in 0\.0 s, not saved$/,
  );
  expect(existsSync(file)).toBe(false);
});

test("recompute leaves the file alone and says whether the result is the committed one", async () => {
  writeFileSync(file, '{ "losses": [3, 2] }\n');
  await loadOrCompute(path, () => ({ losses: [3, 2] }), { recompute: true });
  expect(printed()).toBe("computed in 0.0 s, the same as the committed result, not saved");
  log.mockClear();
  const other = await loadOrCompute(path, () => ({ losses: [3, 1] }), { recompute: true });
  expect(other).toEqual({ losses: [3, 1] });
  expect(printed()).toBe("computed in 0.0 s, not the same as the committed result, not saved");
  expect(readFileSync(file, "utf8")).toBe('{ "losses": [3, 2] }\n');
});

test("what is saved is what is read the next time", async () => {
  const result = { losses: [0.1, 1e-300], name: "ψ" };
  await loadOrCompute(path, () => result, { recompute: true, save: true });
  expect(printed()).toMatch(new RegExp(`saved to data/${path}$`));
  expect(await loadOrCompute(path, never)).toEqual(result);
});

test("a folder to save into that does not exist is refused before the long run", async () => {
  await expect(loadOrCompute("no-such-folder/x.json", never, { save: true })).rejects.toThrow(
    "dataFile: data/no-such-folder must exist",
  );
});

test.each([
  [
    { losses: [1, Number.NaN] },
    'loadOrCompute: "1" in the result must be a finite number, got NaN',
  ],
  [Number.POSITIVE_INFINITY, "loadOrCompute: the result must be a finite number, got Infinity"],
  [
    { losses: Float64Array.of(1) },
    'loadOrCompute: "losses" in the result must be a plain list, got a typed array; use Array.from(...)',
  ],
  [undefined, "loadOrCompute: the result must not be nothing; is a return missing?"],
])("a result that JSON cannot keep is refused: %j", async (result, message) => {
  await expect(loadOrCompute<unknown>(path, () => result)).rejects.toThrow(message);
});

test("a crash of the run comes through", async () => {
  await expect(loadOrCompute(path, never)).rejects.toThrow("it was computed");
});

test("a file that is not JSON is refused by name", async () => {
  writeFileSync(file, "{");
  await expect(loadOrCompute(path, never)).rejects.toThrow(
    `loadOrCompute: data/${path} must be JSON: `,
  );
});
