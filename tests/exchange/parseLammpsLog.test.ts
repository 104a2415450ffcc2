import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseLammpsLog } from "../../src/exchange/parseLammpsLog.js";

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), "utf8");
const known = JSON.parse(read("lammps.reference.json")).tilted as Record<string, number>;

test("the runs that LAMMPS logged, with what it knows of the last step", () => {
  const { runs, error } = parseLammpsLog(read("runs.reference.log"));
  expect(error).toBeUndefined();
  expect(runs.map(({ columns }) => Array.from(columns.Step!))).toEqual([
    [0, 5, 10],
    [10, 15],
  ]);
  expect(runs.map(({ finished }) => finished)).toEqual([true, true]);
  expect(Object.keys(runs[0]!.columns).slice(0, 5)).toEqual([
    "Step",
    "Temp",
    "PotEng",
    "KinEng",
    "TotEng",
  ]);
  expect(runs[1]!.columns.PotEng![1]).toBeCloseTo(known.potential_energy!, 12);
  expect(runs[1]!.columns.Temp![1]! / known.temperature!).toBeCloseTo(1, 12);
});

test("a run that failed says why, and what came before", () => {
  const { runs, error } = parseLammpsLog(read("lost.reference.log"));
  expect(error).toMatch(/^ERROR: Lost atoms: original 6 current 4/);
  expect(runs).toHaveLength(1);
  expect(runs[0]!.finished).toBe(false);
  expect(Array.from(runs[0]!.columns.Step!)).toEqual([0]);
});

const HEAD = "Per MPI rank memory allocation (min/avg/max) = 3 | 3 | 3 Mbytes\n";

test("warnings between rows are passed over, and a last row cut off in the middle", () => {
  const text = `${HEAD}Step Temp\n0 80\nWARNING: slow (src/x.cpp:1)\n5 79.5\n10 7`;
  const [run] = parseLammpsLog(text).runs;
  expect(run!.finished).toBe(false);
  expect(Array.from(run!.columns.Temp!)).toEqual([80, 79.5]);
});

test("a number that is not finite is refused with its line: the atoms flew apart", () => {
  expect(() => parseLammpsLog(`${HEAD}Step Temp PotEng\n0 80 -1\n5 -nan inf\n10 1 1\n`)).toThrow(
    "parseLammpsLog: line 4 must have a finite Temp, got -nan",
  );
});

test("thermo_style multi and yaml, and a text that is no log, are refused", () => {
  expect(() => parseLammpsLog(`${HEAD}------------ Step 0 ----- CPU = 0\nTotEng = 1\n`)).toThrow(
    "parseLammpsLog: line 2 must name columns (thermo_style one or custom), got",
  );
  expect(() => parseLammpsLog(`${HEAD}---\nkeywords: ['Step']\n`)).toThrow(
    "line 2 must name columns",
  );
  expect(() => parseLammpsLog("hello")).toThrow(
    "parseLammpsLog: the text must have a run of LAMMPS, got none",
  );
});
