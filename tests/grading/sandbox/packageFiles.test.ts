import { describe, expect, test } from "vitest";
import { filesNeeded } from "../../../src/grading/sandbox/packageFiles.js";

describe("files that others need", () => {
  test("a file and all it imports, by their paths in the built package", () => {
    const paths = [...filesNeeded(["course/checkNumber"], ".js").keys()];
    expect(paths).toEqual(
      expect.arrayContaining(["course/checkNumber.js", "course/unitSlip.js", "units/constants.js"]),
    );
    expect(paths).not.toContain("potentials/morse.js");
  });

  test("types have needs of their own", () =>
    expect([...filesNeeded(["potentials/morse"], ".d.ts").keys()]).toEqual(
      expect.arrayContaining(["potentials/potential.d.ts", "structures/system.d.ts"]),
    ));

  test("a chart is not drawn: show is one that does nothing", () =>
    expect([...filesNeeded(["charts/show"], ".js")]).toEqual([
      ["charts/show.js", expect.stringMatching(/grading.executor.noShow\.js$/)],
    ]));

  test("a file that needs a library is refused", () =>
    expect(() => filesNeeded(["units/mathjs"], ".js")).toThrow(
      "mlip/units/mathjs needs the library mathjs",
    ));

  test("unless libraries are there", () =>
    expect(filesNeeded(["units/mathjs"], ".js", { libraries: true }).size).toBeGreaterThan(0));

  test("a file that does not exist is named", () =>
    expect(() => filesNeeded(["units/nothing"], ".js")).toThrow("there is no mlip/units/nothing"));
});
