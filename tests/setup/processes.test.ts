import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const setup = resolve(import.meta.dirname, "../../src/setup");

/** A command like ours, with a child that lives for a minute and prints its own process id. */
const COMMAND = `
  import { startGuarded, exitOf } from "${setup}/processes.mjs";
  const sleeper = "console.log(process.pid); setTimeout(() => {}, 60000)";
  const child = startGuarded(process.execPath, ["-e", sleeper], { stdio: ["pipe", "inherit", "inherit"] });
  process.exitCode = await exitOf(child);
  console.log("went on");`;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

async function ends(pid: number): Promise<boolean> {
  for (let i = 0; i < 60 && isAlive(pid); i++) await new Promise((r) => setTimeout(r, 50));
  return !isAlive(pid);
}

async function stopBy(signal: NodeJS.Signals) {
  const command = spawn(process.execPath, ["--input-type=module", "-e", COMMAND]);
  let errors = "";
  let output = "";
  command.stderr.on("data", (text) => {
    errors += text;
  });
  command.stdout.on("data", (text) => {
    output += text;
  });
  await once(command.stdout, "data");
  command.kill(signal);
  const [code] = await once(command, "close");
  return { child: Number(output.split("\n")[0]), code, errors, output };
}

test.each([
  "SIGINT",
  "SIGTERM",
  "SIGHUP",
] as const)("%s ends the child, says one sentence and fails", async (signal) => {
  const { child, code, errors, output } = await stopBy(signal);
  expect(isAlive(child)).toBe(false);
  expect(errors).toBe(
    "\nInterrupted: run the same command again, it completes what is unfinished.\n",
  );
  expect(code).toBe(130);
  expect(output).not.toContain("went on");
});

test("a command that is killed leaves no child", async () => {
  const { child } = await stopBy("SIGKILL");
  expect(await ends(child)).toBe(true);
});
