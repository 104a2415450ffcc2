import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeCell, KERNEL, notebookOf, RIGHT, submission } from "./support/assignment.js";
import { GAIN, REACH, STOP } from "./support/attacks.js";
import { noSandboxBecause } from "./support/sandbox.js";
import { leftovers, makeWorld } from "./support/world.js";

/** A few of the attacks; attacks.full.test.ts has all of them. */
const ATTACKS = {
  patchedJson: GAIN.patchedJson!,
  files: REACH.files!,
  loop: STOP.loop!,
  bufferBomb: STOP.bufferBomb!,
};

const REFUSED = {
  empty: "",
  damaged: '{"nbformat": 4, "cells": [',
  otherHomework: notebookOf([codeCell("a", "1")]),
  python: notebookOf([codeCell("a", "print(1)")], {
    kernelspec: { ...KERNEL, language: "python" },
  }),
  oldFormat: JSON.stringify({ nbformat: 3, worksheets: [] }),
};

describe.skipIf(noSandboxBecause !== undefined)("npm run grade", () => {
  const world = makeWorld();
  const table = (): string => readFileSync(join(world.out, "grades.csv"), "utf8");

  beforeAll(async () => {
    world.handIn("right", submission(RIGHT));
    world.handIn("blank", submission({}));
    const half = "function mean(values: number[]) { return values[1]; }";
    world.handIn(
      "half",
      submission({ ...RIGHT, mean: half }, { setup: ['console.error("noise");'] }),
    );
    for (const [name, mean] of Object.entries(ATTACKS))
      world.handIn(name, submission({ ...RIGHT, mean }));
    for (const [name, notebook] of Object.entries(REFUSED)) world.handIn(name, notebook);
    expect(await world.mark()).toBe(0);
  }, 600_000);
  afterAll(() => world.remove());

  test("a table with a row for each student and a column for each question", () => {
    const [head, ...rows] = table().trim().split("\n");
    expect(head).toBe("student,score,max_score,pending,mean-tests,spread-tests,words,bond-tests");
    expect(rows.length).toBe(3 + Object.keys(ATTACKS).length + Object.keys(REFUSED).length);
    expect(rows).toEqual(
      expect.arrayContaining([
        "right,10,15,5,3,3,0,4",
        "blank,0,15,5,0,0,0,0",
        "half,8,15,5,1,3,0,4",
        "empty,0,15,0,0,0,0,0",
      ]),
    );
  });

  test("every lost point has a reason: which call, what it gave, what is wrong with it", () => {
    const [mean] = world.report("half").questions;
    expect(mean!.tests[0]).toEqual({ name: "the mean of 1, 2, 3 is 2", points: 1, score: 1 });
    expect(mean!.tests[1]!.reason).toMatch(
      /^mean\(Float64Array\(5\) \[ 0\.\d+.*\]\) gave 0\.\d+: it is not within 1e-9 of the right value$/,
    );
    for (const { tests } of world.report("blank").questions)
      for (const one of tests) expect(one.reason).toMatch(/^\w+ is not defined$/);
  });

  test("an answer that did not run is named with its error", () =>
    expect(world.report("blank").questions[0]!.notes).toEqual(["mean: Error: not answered yet"]));

  test("a mistake costs its points once: later tests get another chance on the instructor's answer", () => {
    const [, spread] = world.report("half").questions;
    expect(spread!.notes.at(-1)).toMatch(
      /^3 of these points were given with the instructor's answers/,
    );
  });

  test.each(Object.keys(ATTACKS))("attack %s costs its question, and no other", (name) => {
    const report = world.report(name);
    expect(report.questions.map(({ score }) => score)).toEqual([0, 3, 0, 4]);
    expect(JSON.stringify(report)).not.toContain("REACHED");
  });

  test("attacks that end the process are named", () => {
    const reason = (name: string): string => world.report(name).questions[0]!.tests[0]!.reason!;
    expect(reason("loop")).toBe(
      "the process ended while mean ran: it computed for longer than 3 s",
    );
    expect(reason("bufferBomb")).toBe(
      "the process ended while mean ran: it needed more than 256 MB of memory",
    );
  });

  test.each([
    ["empty", "The file is empty."],
    ["damaged", "The file is damaged: it is not the JSON that a notebook is made of."],
    ["otherHomework", "This is not hw1: it has none of its cells (setup, mean, "],
    ["python", "It is a notebook for python."],
    ["oldFormat", "The notebook has the old format 3; open it in JupyterLab, save it,"],
  ])("%s: a sentence", (name, sentence) => {
    const { notes, score, pending } = world.report(name);
    expect(notes[0]).toContain(sentence);
    expect([score, pending]).toEqual([0, 0]);
  });

  test("says what it does: the sandbox and its caps, and each student", () => {
    expect(world.lines[0]).toBe("hw1: 12 submissions, 12 to be marked");
    expect(world.lines[1]).toMatch(/^Sandbox: bubblewrap .*; memory 256 MB .*; 3 s of processor/);
    expect(world.lines.join("\n")).toMatch(/\/12 {2}right {2}10 of 15, 5 by hand {2}\(\d+\.\d s\)/);
  });

  test("marks again only what has changed", async () => {
    const file = join(world.out, "report/blank.json");
    const before = statSync(file).mtimeMs;
    world.handIn("empty", submission(RIGHT));
    world.lines.length = 0;
    expect(await world.mark()).toBe(0);
    expect(world.lines[0]).toBe("hw1: 12 submissions, 1 to be marked");
    expect(world.report("empty").score).toBe(10);
    expect(table()).toContain("empty,10,15,5,3,3,0,4\n");
    expect(statSync(file).mtimeMs).toBe(before);
  }, 300_000);

  test("leaves no process, folder or group", () => expect(leftovers()).toEqual([]));
});
