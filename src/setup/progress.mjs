import { reasonFor, refusal } from "./explain.mjs";
import { isStopping, run } from "./processes.mjs";

const out = process.stdout;

/** "7.4 s" or "3 min 12 s". */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 100) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}

/** Does one piece of work under a line that shows its title, the seconds it takes and how it ended. */
export async function step(title, work, summary = () => "") {
  const began = performance.now();
  const elapsed = () => duration(performance.now() - began);
  out.write(`  ${title} ... `);
  const tick = () => out.isTTY && !isStopping() && out.write(`\r  ${title} ... ${elapsed()}`);
  const clock = setInterval(tick, 1000);
  const finish = (text) => {
    clearInterval(clock);
    out.write(`${out.isTTY ? `\r  ${title} ... ` : ""}${elapsed()}${text}\n`);
  };
  try {
    const result = await work();
    finish(summary(result));
    return result;
  } catch (error) {
    finish(" failed");
    throw error;
  }
}

/** A step that is one program. Its output is shown only when it fails: the end of it, and why. */
export async function toolStep(title, command, args, options) {
  await step(title, async () => {
    const { code, output } = await run(command, args, options);
    if (code === 0) return;
    const reason = reasonFor(output);
    const end = output.trimEnd().split("\n").slice(-15).join("\n    ");
    throw refusal(
      `\n    ${end}\n\n${title}: failed, ${reason || `exit code ${code}, see the lines above`}. ` +
        "Run the same command again when that is mended.",
    );
  });
}
