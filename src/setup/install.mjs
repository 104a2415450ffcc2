import { join } from "node:path";
import { compiled } from "./build.mjs";
import { withLock } from "./lock.mjs";
import { nodePackages, pythonPackages } from "./packages.mjs";
import { course, peers, root, state } from "./paths.mjs";
import { register } from "./register.mjs";

/** The parts in the order in which they are made: what may be missing is found out first. */
export const parts = {
  course: [pythonPackages(course), nodePackages, compiled],
  peers: [pythonPackages(peers)],
};

/**
 * Makes what a group of commands needs, if it is not there as the locks want it: "course" is all
 * that a user and the tests need, "peers" the programs to compare with. Done, it costs a fraction
 * of a second and no network. Interrupted, it is recognised and done again by the next call.
 */
export async function ensureInstalled({ group = "course" } = {}) {
  const missing = () => parts[group].filter((part) => !part.isCurrent());
  if (missing().length > 0) {
    console.log(`Setting up ${root} (the first time it takes a minute or two)`);
    await withLock(
      join(state, "installing"),
      async () => {
        for (const part of missing()) await part.install();
      },
      (pid) => console.log(`  waiting for process ${pid}, which is setting up the same folder`),
    );
  }
  if (group === "course") register();
}
