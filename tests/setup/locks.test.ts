import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const read = (name: string): string =>
  readFileSync(resolve(import.meta.dirname, "../..", name), "utf8");

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Record<string, string>;
}

const entries = Object.entries(
  JSON.parse(read("package-lock.json")).packages as Record<string, Entry>,
);
const packages = entries.filter(([path, { link }]) => path.includes("node_modules/") && !link);

test("the lock has packages, each with a version and a hash", () => {
  expect(packages.length).toBeGreaterThan(100);
  for (const [path, { version, integrity }] of packages)
    expect({ path, version, integrity }).toEqual({
      path,
      version: expect.stringMatching(/^\d/),
      integrity: expect.stringMatching(/^sha512-/),
    });
});

// npm writes the platform packages of the machine it runs on only, if one may believe its history.
test.each(
  entries.filter(([, { optionalDependencies }]) => optionalDependencies),
)("%s: the lock has its package for every platform", (_, { optionalDependencies = {} }) => {
  const names = packages.map(([path]) => path.replace(/^.*node_modules\//, ""));
  expect(Object.keys(optionalDependencies).filter((name) => !names.includes(name))).toEqual([]);
});

test("the lock names no host", () => {
  expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(read("package-lock.json")).not.toMatch(/"https?:\/\/[^"]*\.tgz/);
});

test.each([
  "requirements.txt",
  "requirements-peers.txt",
])("%s pins every package with hashes and names no host", (name) => {
  const pins = read(name)
    .split(/\n(?! )/)
    .filter((pin) => pin.trim() !== "");
  expect(pins.length).toBeGreaterThan(4);
  for (const pin of pins)
    expect(pin.trimEnd()).toMatch(
      /^[a-z0-9-]+==\S+( ; .*)?( \\\n {4}--hash=sha256:[0-9a-f]{64})+$/,
    );
  expect(read(name)).not.toMatch(/:\/\/|--index|--find-links/);
});
