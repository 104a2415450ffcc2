// Syntax and modules that Node 14 understands: this file decides whether the rest can be read.

/** The sentence to stop with when this Node is too old for the course (needed: 20.19), else "". */
export function nodeProblem(version) {
  const parts = version.split(".").map(Number);
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return "";
  return (
    "Node 20.19 or newer is needed, this is Node " +
    version +
    ": install a newer one (https://nodejs.org) and run the same command again."
  );
}
