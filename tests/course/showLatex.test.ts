import { afterEach, expect, test, vi } from "vitest";
import { showLatex } from "../../src/course/showLatex.js";

const HOOK = Symbol.for("mlip.display");
const hooks = globalThis as Record<symbol, unknown>;
afterEach(() => {
  delete hooks[HOOK];
});

test("in a notebook it is one output, as LaTeX and as text", () => {
  const shown: unknown[] = [];
  hooks[HOOK] = (bundle: unknown): unknown => shown.push(bundle);
  expect(showLatex("u(r)")).toBeUndefined();
  expect(shown).toEqual([
    { data: { "text/latex": "$$u(r)$$", "text/plain": "u(r)" }, metadata: {} },
  ]);
});

test("outside a notebook the source is printed", () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  showLatex("u(r)");
  expect(log.mock.calls).toEqual([["u(r)"]]);
  log.mockRestore();
});
