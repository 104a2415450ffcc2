import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeBox } from "../../../src/grading/sandbox/box.js";

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );

describe("the folder that submitted code sees", () => {
  test("has the allowed files of the package and what they need, the data, and two programs", () => {
    const box = makeBox({ uses: ["potentials/morse"], data: ["h2/h2_curve_ccpvqz.csv"] });
    try {
      const files = filesIn(box.folder);
      const course = files.filter((file) => file.startsWith("course"));
      const scripts = course
        .filter((file) => file.endsWith(".js"))
        .map((file) => file.replace(/.*dist./, ""));
      expect(scripts.sort()).toEqual(["potentials/morse.js", "units/requirePositive.js"]);
      expect(course).toContain("course/data/h2/h2_curve_ccpvqz.csv");
      expect(files).toContain("programs/grading/executor/main.js");
      expect(files).toContain("programs/grading/converter/main.js");
      for (const word of ["marking", "requirements", "grading/tests"])
        expect(files.filter((file) => file.includes(word))).toEqual([]);
    } finally {
      box.remove();
    }
    expect(existsSync(box.folder)).toBe(false);
  });

  test("lets the package's allowed files be imported, and no others", () => {
    const box = makeBox({ uses: ["potentials/morse"], data: [] });
    const text = readFileSync(join(box.folder, "course/node_modules/mlip/package.json"), "utf8");
    const { exports, typesVersions } = JSON.parse(text);
    expect(exports).toEqual({ "./potentials/morse": "./dist/potentials/morse.js" });
    expect(typesVersions).toEqual({ "*": { "potentials/morse": ["dist/potentials/morse"] } });
    box.remove();
  });

  test("can be read by everyone, whatever the modes of the course's files", () => {
    const before = process.umask(0o077);
    const box = makeBox({ uses: ["units/constants"], data: [] });
    process.umask(before);
    expect(statSync(box.folder).mode & 0o777).toBe(0o755);
    for (const file of filesIn(box.folder))
      expect(statSync(join(box.folder, file)).mode & 0o777).toBe(0o644);
    box.remove();
  });

  test("folders of graders that were killed are removed", () => {
    const stale = join(tmpdir(), "mlip-grade-4194304-abc");
    mkdirSync(stale, { recursive: true });
    makeBox({ uses: [], data: [] }).remove();
    expect(existsSync(stale)).toBe(false);
  });
});
