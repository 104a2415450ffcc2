import { execFileSync } from "node:child_process";
import { afterEach, expect, test } from "vitest";
import { type Bundle, publish } from "../../src/charts/publish.js";

const HOOK = Symbol.for("mlip.display");
const hooks = globalThis as Record<symbol, unknown>;
const bundle: Bundle = { data: { "text/plain": "a" }, metadata: {} };

afterEach(() => {
  delete hooks[HOOK];
});

test("outside a notebook nothing is shown, and that is said", () => {
  expect(publish(bundle)).toBe(false);
});

test("the course's kernel is given the bundle, and whether it replaces an earlier one", () => {
  const calls: unknown[][] = [];
  hooks[HOOK] = (...call: unknown[]) => calls.push(call);
  expect(publish(bundle)).toBe(true);
  expect(publish({ ...bundle, transient: { display_id: "b" } }, true)).toBe(true);
  expect(calls).toEqual([
    [bundle, false],
    [{ ...bundle, transient: { display_id: "b" } }, true],
  ]);
});

test("unmodified tslab is found by its loaded module, once a cell has run, after the course's hook", () => {
  const program = `
    const { createRequire } = await import("node:module");
    const { publish } = await import("./src/dist/charts/publish.js");
    const bundle = { data: {}, metadata: {}, transient: { display_id: "c" } };
    const said = [publish(bundle)];
    const tslab = createRequire(process.cwd() + "/x.js")("tslab/dist/jupyter.js");
    said.push(publish(bundle));
    tslab.lastWriteDisplayData = (...call) => said.push(call);
    said.push(publish(bundle, true));
    globalThis[Symbol.for("mlip.display")] = () => said.push("hook");
    said.push(publish(bundle));
    console.log(JSON.stringify(said));`;
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
    encoding: "utf8",
  });
  const call = [{ data: {}, metadata: {}, transient: { display_id: "c" } }, true];
  expect(JSON.parse(said)).toEqual([false, false, call, true, "hook", true]);
});
