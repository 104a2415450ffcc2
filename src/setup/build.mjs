import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, isStamped, stamp, unstamp } from "./fingerprint.mjs";
import { root } from "./paths.mjs";
import { toolStep } from "./progress.mjs";

const source = join(root, "src");
const dist = join(source, "dist");

/** node_modules/.bin/tsc is tslab's fork of the compiler: ours is called by its own path. */
export const compiler = join(root, "node_modules/typescript/bin/tsc");

/** src compiled to src/dist, as the notebooks import it. */
export const compiled = {
  isCurrent: () => isStamped(dist, sourcePrint()),
  async install() {
    const print = sourcePrint();
    unstamp(dist);
    await toolStep("Compiling src", process.execPath, [compiler, "-p", "."]);
    const outputs = readdirSync(dist, { recursive: true, encoding: "utf8" });
    for (const file of staleOf(outputs, sourceFiles())) rmSync(join(dist, file));
    stamp(dist, print);
  },
};

function sourceFiles() {
  return readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("dist"))
    .sort();
}

function sourcePrint() {
  const files = sourceFiles();
  const settings = ["tsconfig.json", "package-lock.json"].map((file) => join(root, file));
  return fingerprint({
    texts: files,
    files: [...settings, ...files.map((file) => join(source, file))],
  });
}

/** Compiled files whose source no longer exists: they would still be importable. */
export function staleOf(outputs, sources) {
  return outputs.filter((file) => {
    const origin = file.replace(/(\.d\.ts|\.js)(\.map)?$/, ".ts");
    return origin !== file && !sources.includes(origin);
  });
}
