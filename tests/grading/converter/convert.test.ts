import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { convert } from "../../../src/grading/converter/convert.js";
import type { Converted } from "../../../src/grading/converter/messages.js";
import { type Box, makeBox } from "../../../src/grading/sandbox/box.js";
import { bubblewrap } from "../../../src/grading/sandbox/bubblewrap.js";
import { noSandboxBecause } from "../support/sandbox.js";

describe.skipIf(noSandboxBecause !== undefined)("conversion of cells", () => {
  let box: Box;
  let sequences: readonly (readonly Converted[])[];
  const problem = (sequence: number, cell: number): string =>
    (sequences[sequence]![cell] as { problem: string }).problem;

  beforeAll(async () => {
    box = makeBox({ uses: ["units/constants"], data: [] });
    const options = { sandbox: bubblewrap(), box, mounts: box.libraries };
    const setup = 'import { HARTREE_IN_EV } from "mlip/units/constants";';
    sequences = await convert(
      [
        [setup, "const a: number = HARTREE_IN_EV;", "a.toFixed(await Promise.resolve(2))"],
        [
          setup,
          "const a: string = 'x';",
          "const b: number = a;",
          "const c = a;",
          "// a remark",
          "",
        ],
        ['import { morse } from "mlip/potentials/morse";', "let x = ", "export const y = 1;"],
        ['import * as own from "./own";', '/// <reference path="/etc/passwd" />\nconst p = 1;'],
      ],
      options,
    );
  });
  afterAll(() => box.remove());

  test("cells know what cells before them have declared", () => {
    const [setup, a, last] = sequences[0]! as { code: string; topLevelAwait: boolean }[];
    expect(setup!.code).toContain('require("mlip/units/constants")');
    expect(a!.code).toContain("const a = exports.HARTREE_IN_EV");
    expect([a!.topLevelAwait, last!.topLevelAwait]).toEqual([false, true]);
  });

  test("each sequence is a notebook of its own; a cell with a mistake declares nothing", () => {
    expect(problem(1, 2)).toBe("line 1: Type 'string' is not assignable to type 'number'.");
    for (const cell of [3, 4, 5]) expect(sequences[1]![cell]).not.toHaveProperty("problem");
  });

  test("what is not allowed, not finished or not possible is named", () => {
    expect(problem(2, 0)).toMatch(/^line 1: Cannot find module 'mlip\/potentials\/morse'/);
    expect(problem(2, 1)).toMatch(/^line 2: Expression expected/);
    expect(problem(2, 2)).toMatch(/^line 1: /);
    expect(problem(3, 0)).toMatch(/^line 1: Cannot find module '.\/own'/);
  });

  test("a file of the machine is not read", () => {
    expect(JSON.stringify(sequences[3])).not.toContain("root");
  });
});
