import { join } from "node:path";
import { compiled } from "./build.mjs";
import { labExtension } from "./labExtension.mjs";
import { withLock } from "./lock.mjs";
import { nodePackages, pythonPackages } from "./packages.mjs";
import { course, peers, root, state } from "./paths.mjs";
import { register } from "./register.mjs";

/** The parts in the order in which they are made: what may be missing is found out first. */
export const parts = {
  course: [pythonPackages(course), nodePackages, compiled, labExtension],
  peers: [pythonPackages(peers)],
};

/**
 * Makes what a group of commands needs, if it is not there as the locks want it: "course" is all
 * that a user and the tests need, "peers" the programs to compare with. Done, it costs a fraction
 * of a second and no network. Interrupted, it is recognised and done again by the next call.
 */
export async function ensureInstalled({ group = "course" } = {}) {
  if (parts[group].some(isMissing)) {
    console.log(`Setting up ${root} (the first time it takes a minute or two)`);
    await withLock(
      join(state, "installing"),
      () => installMissing(parts[group]),
      (pid) => console.log(`  waiting for process ${pid}, which is setting up the same folder`),
    );
  }
  if (group === "course") register();
}

const isMissing = (part) => !part.isCurrent();

/** Asks part by part: one that is made anew may take away what a later one had put into its folder. */
export async function installMissing(parts) {
  for (const part of parts) if (isMissing(part)) await part.install();
}
