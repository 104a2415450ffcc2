import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { namesIn, numberOf } from "./arguments.mjs";
import { largestCore } from "./coreLines.mjs";
import { refusal } from "./explain.mjs";
import { ensureInstalled } from "./install.mjs";
import { peers, peersEnvironment, pythonIn, root } from "./paths.mjs";
import { start } from "./processes.mjs";

const folder = join(root, "tests/bench");
/** What stands behind a core notebook is to stay small enough to read. */
const CORE_LIMIT = 6000;
const LIBRARIES = ["OMP", "OPENBLAS", "MKL", "NUMEXPR", "VECLIB_MAXIMUM"];
const oneThread = Object.fromEntries(LIBRARIES.map((name) => [`${name}_NUM_THREADS`, "1"]));

/**
 * Starts one side of a row. The program's first line says { title, tolerance }; to each line
 * "run" it answers { cpuMs, result }; it ends with its input.
 */
function side(command, file) {
  const child = start(command, [file], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...oneThread, ...peersEnvironment },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw refusal(`${file} ended before it answered.`);
    return JSON.parse(value);
  };
  return {
    describe: next,
    async round() {
      child.stdin.write("run\n");
      return await next();
    },
    end: () => child.stdin.end(),
  };
}

/** The largest difference relative to the largest number of the peer's result. */
export function difference(ours, peer) {
  if (ours.length !== peer.length) return Number.POSITIVE_INFINITY;
  const scale = Math.max(...peer.map(Math.abs), Number.MIN_VALUE);
  return Math.max(0, ...peer.map((value, i) => Math.abs(ours[i] - value) / scale));
}

/** Median, smallest and largest. */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
  return { median, min: sorted[0], max: sorted[sorted.length - 1] };
}

/** Rounds of both sides in turn, so that what else the machine does hits both; true if they agree. */
async function compare(name, rounds) {
  const ours = side(process.execPath, join(folder, `${name}.ours.mjs`));
  const peer = side(pythonIn(peers), join(folder, `${name}.peer.py`));
  const { title, tolerance } = await ours.describe();
  await peer.describe();
  const ratios = [];
  let worst = 0;
  for (let i = 0; i < rounds; i++) {
    const [a, b] = [await ours.round(), await peer.round()];
    ratios.push(b.cpuMs / a.cpuMs);
    worst = Math.max(worst, difference(a.result, b.result));
  }
  ours.end();
  peer.end();
  const { median, min, max } = spread(ratios);
  const [m, low, high] = [median, min, max].map((ratio) => ratio.toPrecision(3));
  const agree = worst <= tolerance;
  console.log(`  ${name}: ${title}`);
  console.log(`    ${m} x the peer's speed (${low} to ${high} in ${rounds} rounds)`);
  console.log(
    `    results ${agree ? "agree" : "DISAGREE"}: relative difference ${worst.toExponential(1)}, allowed ${tolerance}`,
  );
  return agree;
}

async function titleOf(name) {
  const ours = side(process.execPath, join(folder, `${name}.ours.mjs`));
  const { title } = await ours.describe();
  ours.end();
  return title;
}

/** npm run bench [-- --list] [--rounds N] [NAME...] */
export async function main(args) {
  const names = namesIn(args, { flags: ["--list"], values: ["--rounds"] });
  const rounds = numberOf(args, "--rounds", 5, 7);
  const rows = readdirSync(folder)
    .filter((file) => file.endsWith(".ours.mjs"))
    .map((file) => file.replace(".ours.mjs", ""));
  const unknown = names.find((name) => !rows.includes(name));
  if (unknown) throw refusal(`There is no row ${unknown}; there are ${rows.join(", ")}.`);
  const chosen = names.length > 0 ? names : rows;
  await ensureInstalled();
  const core = largestCore(root);
  console.log(
    `Lines of code behind the core notebook that uses most, ${core.notebook}: ` +
      `${core.lines} (limit ${CORE_LIMIT})`,
  );
  if (args.includes("--list")) {
    for (const name of chosen) console.log(`  ${name.padEnd(20)}${await titleOf(name)}`);
    return 0;
  }
  await ensureInstalled({ group: "peers" });
  let agreed = true;
  for (const name of chosen) agreed = (await compare(name, rounds)) && agreed;
  return agreed && core.lines < CORE_LIMIT ? 0 : 1;
}
