import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describe, execute, findNotebooks } from "../../src/setup/execute.mjs";

test("without names all notebooks of the folder are found in order, with names just those", () => {
  const folder = mkdtempSync(join(tmpdir(), "mlip-notebooks-"));
  for (const name of ["07-b.ipynb", "05-a.ipynb", "glossary.md"])
    writeFileSync(join(folder, name), "");
  const [a, b] = [join(folder, "05-a.ipynb"), join(folder, "07-b.ipynb")];
  expect(findNotebooks([], folder)).toEqual([a, b]);
  expect(findNotebooks(["07-b", "05-a.ipynb"], folder)).toEqual([b, a]);
  expect(findNotebooks([a], "/elsewhere")).toEqual([a]);
  for (const name of ["06-gone.ipynb", "glossary.md"])
    expect(() => findNotebooks([name], folder)).toThrow(
      `There is no notebook ${name}, neither here nor in ${folder}.`,
    );
  rmSync(folder, { recursive: true });
});

test("a failure shows the cell's number, its code and the error", () => {
  const failure = { cell: 4, code: "const x = 1;\nx.y", error: "TypeError: no y", trace: "at 2:1" };
  expect(describe(failure)).toBe(
    "    in code cell 4:\n    | const x = 1;\n    | x.y\n    TypeError: no y\n      at 2:1",
  );
  expect(describe({ cell: 0, code: "", error: "NoSuchKernel: x", trace: "" })).toBe(
    "    outside the cells:\n    NoSuchKernel: x",
  );
});

test("a notebook runs in its own folder; the failing cell is told; nothing is saved", {
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "mlip execute ü "));
  const path = join(folder, "book.ipynb");
  const code = (source: string, id: string) => ({
    cell_type: "code",
    execution_count: null,
    id,
    metadata: {},
    outputs: [],
    source,
  });
  const write = (...sources: string[]): string => {
    const cells = [
      { cell_type: "markdown", id: "m", metadata: {}, source: "# Title" },
      ...sources.map((source, i) => code(source, `c${i}`)),
    ];
    const text = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
    writeFileSync(path, text);
    return text;
  };
  const options = { kernel: "", timeout: 60, save: false };

  const here = 'if (!process.cwd().startsWith("FOLDER")) throw new Error(process.cwd());';
  const good = write(here.replace("FOLDER", folder));
  expect(await execute(path, options)).toBeUndefined();
  expect(readFileSync(path, "utf8")).toBe(good);

  write("const answer = 42;", 'throw new RangeError("too far");', "answer");
  const failure = await execute(path, options);
  expect(failure).toMatchObject({
    cell: 2,
    code: 'throw new RangeError("too far");',
    error: "RangeError: too far",
  });
  expect(failure.trace).not.toContain("\u001b");

  write("await new Promise(() => {});");
  expect(await execute(path, { ...options, timeout: 2 })).toMatchObject({
    cell: 1,
    error: "Timeout: the cell ran for more than 2 s",
  });

  write("const saved = 6 * 7;\nsaved");
  expect(await execute(path, { ...options, save: true })).toBeUndefined();
  expect(JSON.parse(readFileSync(path, "utf8")).cells[1].outputs[0].data["text/plain"]).toEqual([
    "42",
  ]);
  expect(await execute(path, { ...options, kernel: "nobody" })).toMatchObject({
    cell: 0,
    error: "NoSuchKernel: No such kernel named nobody",
  });
  rmSync(folder, { recursive: true });
});
