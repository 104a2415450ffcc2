import { expect, test } from "vitest";
import { sliderParam } from "../../src/charts/slider.js";

const good = { name: "a", label: "a / bohr⁻¹", min: 0.5, max: 2, step: 0.1, start: 1 };

test("a slider is a parameter bound to an input of the page", () => {
  expect(sliderParam("here", good)).toEqual({
    name: "a",
    value: 1,
    bind: { input: "range", min: 0.5, max: 2, step: 0.1, name: "a / bohr⁻¹ " },
  });
});

test.each([
  [{ name: "2a" }, "here: a slider's name must be letters, digits and _, no digit first, got 2a"],
  [{ name: "a b" }, "no digit first, got a b"],
  [{ label: " " }, 'here: slider a: label must be a text like "D / hartree"'],
  [{ min: NaN }, "here: slider a: min must be a number, got NaN"],
  [{ max: Infinity }, "here: slider a: max must be a number, got Infinity"],
  [{ min: 2 }, "here: slider a: min must be below max, got 2 and 2"],
  [{ step: 0 }, "here: slider a: step must be positive and at most max - min, got 0"],
  [{ step: 5 }, "here: slider a: step must be positive and at most max - min, got 5"],
  [{ start: 3 }, "here: slider a: start must lie from 0.5 to 2, got 3"],
])("%j is refused", (wrong, sentence) => {
  expect(() => sliderParam("here", { ...good, ...wrong })).toThrow(sentence);
});
