import { namesIn } from "./arguments.mjs";
import { kernelTests, notebookTests, staticChecks, unitTests } from "./checks.mjs";
import { countOne, sum, verdict } from "./counts.mjs";
import { refusal, sentenceOf } from "./explain.mjs";
import { ensureInstalled } from "./install.mjs";
import { duration } from "./progress.mjs";
import { chromiumCommand, provideBubblewrap, provideChromium } from "./systemPrograms.mjs";

/** Set-up, then every check in turn; what cannot even run has failed, and the rest still runs. */
async function checkAll(full) {
  try {
    await ensureInstalled();
    if (full) await ensureInstalled({ group: "peers" });
  } catch (error) {
    console.log(sentenceOf(error));
    return [countOne(1)];
  }
  const chromium = await provideChromium();
  if (!chromium)
    console.log(`  Chromium is missing (${chromiumCommand}): browser tests are skipped`);
  if (!(await provideBubblewrap()))
    console.log("  bubblewrap is missing: tests of the grader's sandbox are skipped");
  const env = { MLIP_CHROMIUM: chromium, MLIP_FULL: full ? "1" : "" };
  const steps = [
    ...staticChecks,
    () => unitTests(full ? [] : ["**/*.full.test.ts"], env),
    () => kernelTests(env),
    notebookTests,
  ];
  const counts = [];
  for (const work of steps)
    counts.push(
      await work().catch((error) => {
        console.log(sentenceOf(error));
        return countOne(1);
      }),
    );
  return counts;
}

/** npm test, npm run test:full (--full): installs what is missing, runs every check, counts. */
export async function main(args) {
  const names = namesIn(args, { flags: ["--full"], values: [] });
  if (names.length > 0) throw refusal(`npm test takes no names, got ${names.join(" ")}.`);
  const began = performance.now();
  const counts = await checkAll(args.includes("--full"));
  const { lines, code } = verdict(sum(counts), { maySkip: process.env.CI !== "true" });
  console.log(`All checks took ${duration(performance.now() - began)}.`);
  for (const line of lines) console.log(line);
  return code;
}
