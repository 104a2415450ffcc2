import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./processes.mjs";
import { step } from "./progress.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const APT = ["apt-get", "install", "-y", "--no-install-recommends"];

/** The command that installs what the browser tests need, for a person to type. */
export const chromiumCommand = `sudo ${[...APT, "chromium"].join(" ")}`;

/** The path of a program in the folders of PATH, or "". */
export function findProgram(name, path = process.env.PATH ?? "") {
  const found = path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
  return found ?? "";
}

/** Chromium's path: MLIP_CHROMIUM if it is set, else one in PATH, else "". */
export function findChromium({ MLIP_CHROMIUM = "", PATH = "" } = process.env) {
  if (MLIP_CHROMIUM) return existsSync(MLIP_CHROMIUM) ? MLIP_CHROMIUM : "";
  return NAMES.map((name) => findProgram(name, PATH)).find(Boolean) ?? "";
}

/** Chromium's path; installed by apt where this process may do that. "" if it cannot be had. */
export const provideChromium = () => provide("Chromium", "chromium", findChromium);

/** The path of bubblewrap, which the grader's sandbox needs, in the same way. */
export const provideBubblewrap = () =>
  provide("bubblewrap", "bubblewrap", () => findProgram("bwrap"));

async function provide(title, name, find) {
  const found = find();
  if (found || process.getuid?.() !== 0 || !findProgram("apt-get")) return found;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await step(`Installing ${title} (apt)`, async () => {
    await run("apt-get", ["update"], { env });
    await run(APT[0], [...APT.slice(1), name], { env });
  });
  return find();
}
