import { describe, expect, test } from "vitest";
import type { Executor } from "../../../src/grading/executor/executor.js";
import { createSolution } from "../../../src/grading/marking/solution.js";

/** A solution whose process counts how often it was started, asked and ended. */
function counted(remembered = new Map<string, string>()) {
  const counts = { started: 0, asked: 0, ended: 0 };
  const executor: Executor = {
    ask: async (request) => ({ line: `answer ${++counts.asked} to ${request}` }),
    end: async () => void counts.ended++,
  };
  const start = async (): Promise<Executor> => {
    counts.started++;
    return executor;
  };
  return { solution: createSolution(start, remembered), counts, remembered };
}

describe("the instructor's solution", () => {
  test("is started when it is asked first, and asked once for the same", async () => {
    const { solution, counts } = counted();
    expect(counts.started).toBe(0);
    expect(await solution.ask("a")).toEqual({ line: "answer 1 to a" });
    expect(await solution.ask("b")).toEqual({ line: "answer 2 to b" });
    expect(await solution.ask("a")).toEqual({ line: "answer 1 to a" });
    await solution.end();
    expect(counts).toEqual({ started: 1, asked: 2, ended: 1 });
  });

  test("is not started when all answers are remembered", async () => {
    const { solution, counts } = counted(new Map([["a", "known"]]));
    expect(await solution.ask("a")).toEqual({ line: "known" });
    await solution.end();
    expect(counts).toEqual({ started: 0, asked: 0, ended: 0 });
  });

  test("answers that hold functions are not remembered, nor those after them in the same process", async () => {
    const { solution, counts, remembered } = counted(new Map([["a", "known"]]));
    await solution.ask('{"args":[{"function":{"mine":0}}]}');
    expect(await solution.ask("a")).toEqual({ line: "answer 2 to a" });
    expect(counts.asked).toBe(2);
    expect([...remembered.keys()]).toEqual(["a"]);
  });

  test("very long answers are not remembered", async () => {
    const { solution, remembered } = counted();
    await solution.ask("x".repeat(30_000));
    expect(remembered.size).toBe(0);
  });
});
