import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { namesIn } from "./arguments.mjs";
import { refusal } from "./explain.mjs";
import { ensureInstalled } from "./install.mjs";
import { peers, peersEnvironment, pythonIn, root } from "./paths.mjs";
import { toolStep } from "./progress.mjs";

const data = join(root, "data");

/** The largest difference that a script allows: its line `TOLERANCE = 1e-8`. */
export function toleranceIn(script) {
  const found = /^TOLERANCE\s*=\s*([\d.eE+-]+)/m.exec(script);
  if (!found) throw refusal("make.py must have a line like TOLERANCE = 1e-8.");
  return Number(found[1]);
}

/**
 * Compares two texts word by word. Words that are not numbers must be equal; of the numbers of
 * each column it keeps the largest absolute difference.
 */
export function compareTexts(made, committed) {
  const rows = [made, committed].map((text) => text.trimEnd().split(/\r?\n/));
  if (rows[0].length !== rows[1].length)
    throw refusal(`${rows[0].length} lines were made, ${rows[1].length} are committed.`);
  const columns = [];
  rows[0].forEach((line, n) => {
    if (line.startsWith("#") && line === rows[1][n]) return;
    const [a, b] = [line, rows[1][n]].map((text) => text.split(/[\s,=]+/));
    if (a.length !== b.length) throw refusal(`line ${n + 1} has another number of columns.`);
    a.forEach((word, i) => {
      if (word === b[i]) columns[i] ??= 0;
      else {
        const change = Math.abs(Number(word) - Number(b[i]));
        if (word === "" || b[i] === "" || Number.isNaN(change))
          throw refusal(`line ${n + 1}: made "${word}", committed "${b[i]}".`);
        columns[i] = Math.max(columns[i] ?? 0, change);
      }
    });
  });
  return columns;
}

/** Makes one data set anew in a temporary folder: true if it is what is committed. */
async function regenerate(set) {
  const out = mkdtempSync(join(tmpdir(), "mlip-reference-"));
  const script = join(data, set, "make.py");
  try {
    await toolStep(`data/${set}/make.py`, pythonIn(peers), [script, out], {
      env: peersEnvironment,
    });
    const allowed = toleranceIn(readFileSync(script, "utf8"));
    const files = readdirSync(out);
    if (files.length === 0) throw refusal(`data/${set}/make.py made no file.`);
    return files.map((file) => report(set, file, out, allowed)).every(Boolean);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function report(set, file, out, allowed) {
  const committed = join(data, set, file);
  if (!existsSync(committed))
    throw refusal(`data/${set}/make.py made ${file}, which is not committed.`);
  const columns = compareTexts(
    readFileSync(join(out, file), "utf8"),
    readFileSync(committed, "utf8"),
  );
  const worst = Math.max(...columns);
  const text = columns.slice(0, 12).map((change) => change.toExponential(1));
  if (columns.length > 12) text.push(`... (${columns.length} columns)`);
  console.log(`    ${file}: largest difference by column  ${text.join("  ")}`);
  console.log(`    ${worst <= allowed ? "agrees" : "DIFFERS"}: ${worst}, allowed ${allowed}`);
  return worst <= allowed;
}

/** npm run reference [-- SET...]: makes the data anew with independent programs and compares. */
export async function main(args) {
  const sets = readdirSync(data).filter((set) => existsSync(join(data, set, "make.py")));
  const names = namesIn(args, { flags: [], values: [] });
  const unknown = names.find((name) => !sets.includes(name));
  if (unknown) throw refusal(`There is no data/${unknown}/make.py; there are ${sets.join(", ")}.`);
  await ensureInstalled({ group: "peers" });
  const agreed = [];
  for (const set of names.length > 0 ? names : sets) agreed.push(await regenerate(set));
  return agreed.every(Boolean) ? 0 : 1;
}
