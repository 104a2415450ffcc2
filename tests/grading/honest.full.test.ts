import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { honestSubmissions } from "./support/honest.js";
import { leftovers, makeWorld } from "./support/world.js";

const COUNT = 100;
const world = makeWorld();
const again = join(world.folder, "again");
const submissions = honestSubmissions(COUNT);

beforeAll(async () => {
  for (const { name, notebook } of submissions) world.handIn(name, notebook);
  expect(await world.mark()).toBe(0);
  expect(await world.mark({ out: again })).toBe(0);
}, 7_200_000);

afterAll(() => world.remove());

describe(`${COUNT} honest submissions`, () => {
  test.each(submissions)("$name gets exactly what it deserves", ({ name, deserved }) => {
    const report = world.report(name);
    const { score, questions } = report;
    const [mean, spread, words, bond] = questions.map((question) => question.score);
    expect([mean, spread, bond], JSON.stringify(report)).toEqual(deserved);
    expect(words).toBe(0);
    expect(score).toBe(deserved[0] + deserved[1] + deserved[2]);
  });

  test.each(submissions)("$name is told why, for every point it lost", ({ name }) => {
    for (const { tests } of world.report(name).questions)
      for (const one of tests) if (one.score < one.points) expect(one.reason).toBeTruthy();
  });

  test("two runs give identical files", () => {
    const read = (folder: string, file: string): string => readFileSync(join(folder, file), "utf8");
    expect(read(world.out, "grades.csv")).toBe(read(again, "grades.csv"));
    const reports = readdirSync(join(world.out, "report"));
    expect(reports.length).toBe(2 * COUNT);
    for (const file of reports)
      expect(read(join(world.out, "report"), file)).toBe(read(join(again, "report"), file));
  });

  test("nothing is left behind", () => expect(leftovers()).toEqual([]));
});
