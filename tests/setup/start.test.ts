import { expect, test } from "vitest";
import { kernelSpec } from "../../src/setup/register.mjs";
import { firstPage, labArguments } from "../../src/setup/start.mjs";

const course = { folder: "/a b/notebooks", page: "05-a.ipynb", asRoot: false };

test("Lab opens at 00-start-here, or at the first notebook as long as that is not there", () => {
  expect(firstPage(["05-b.ipynb", "00-start-here.ipynb", "glossary.md"])).toBe(
    "00-start-here.ipynb",
  );
  expect(firstPage(["homework", "07-c.ipynb", "05-b.ipynb"])).toBe("05-b.ipynb");
  expect(firstPage([])).toBe("");
});

test("the course's flags come first, the user's are passed on", () => {
  expect(labArguments(["--no-browser"], course)).toEqual([
    "--ServerApp.root_dir=/a b/notebooks",
    "--LabApp.default_url=/lab/tree/05-a.ipynb",
    "--MultiKernelManager.default_kernel_name=tslab",
    "--no-browser",
  ]);
});

test("what the user sets is not set twice", () => {
  const given = ["--LabApp.default_url=/lab", "--notebook-dir=/x"];
  expect(labArguments(given, course)).toEqual([
    "--MultiKernelManager.default_kernel_name=tslab",
    ...given,
  ]);
});

test("a port that was asked for is the only one tried", () => {
  expect(labArguments(["--port", "9999"], course)).toContain("--ServerApp.port_retries=0");
  expect(labArguments([], course)).not.toContain("--ServerApp.port_retries=0");
});

test("as root, Lab is allowed to run as root", () => {
  expect(labArguments([], { ...course, asRoot: true })).toContain("--allow-root");
});

test("an empty course opens Lab itself", () => {
  expect(labArguments([], { ...course, page: "" })).toContain("--LabApp.default_url=/lab");
});

test("the kernel is run by this Node from this clone and interrupted by message", () => {
  expect(kernelSpec("/a b", "/usr/bin/node")).toEqual({
    argv: ["/usr/bin/node", "/a b/src/dist/kernel/launch.js", "{connection_file}"],
    display_name: "TypeScript (tslab, course)",
    language: "typescript",
    interrupt_mode: "message",
    metadata: { debugger: false },
  });
});
