import { staticChecks, unitTests } from "./checks.mjs";
import { sum, verdict } from "./counts.mjs";
import { ensureInstalled } from "./install.mjs";

/** npm run check: the quick part, while writing: types, lint and unit tests without a browser. */
export async function main() {
  await ensureInstalled();
  const counts = [];
  for (const work of staticChecks) counts.push(await work());
  counts.push(await unitTests(["tests/lab/**", "**/*.full.test.ts"], {}));
  const { lines, code } = verdict(sum(counts), { maySkip: true });
  for (const line of lines) console.log(line);
  return code;
}
