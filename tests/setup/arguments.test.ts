import { expect, test } from "vitest";
import { namesIn, numberOf, optionOf } from "../../src/setup/arguments.mjs";

test("an option's value follows it or its equals sign; the last one counts", () => {
  expect(optionOf(["--port", "1"], ["--port"])).toBe("1");
  expect(optionOf(["--port=1", "--ServerApp.port=2=3"], ["--port", "--ServerApp.port"])).toBe(
    "2=3",
  );
  expect(optionOf(["--port"], ["--port"])).toBe("");
  expect(optionOf(["--ports", "1"], ["--port"])).toBeUndefined();
});

test("a number is whole and large enough, or refused", () => {
  expect(numberOf(["--jobs", "3"], "--jobs", 1, 2)).toBe(3);
  expect(numberOf([], "--jobs", 1, 2)).toBe(2);
  for (const text of ["0", "1.5", "x", ""])
    expect(() => numberOf([`--jobs=${text}`], "--jobs", 1, 2)).toThrow(
      `--jobs must be a whole number of at least 1, got "${text}".`,
    );
});

test("names are what is neither a flag nor the value of one", () => {
  const known = { flags: ["--save"], values: ["--kernel"] };
  expect(namesIn(["a", "--kernel", "k", "--save", "--kernel=l", "b"], known)).toEqual(["a", "b"]);
  expect(() => namesIn(["--sav"], known)).toThrow(
    "--sav is not known here; known are --save, --kernel.",
  );
});
