import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const data = resolve(import.meta.dirname, "../../data");
const folders = readdirSync(data, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

test("there are data sets", () => expect(folders.length).toBeGreaterThan(0));

describe.each(folders)("data/%s", (folder) => {
  const readme = join(data, folder, "README.md");
  const text = existsSync(readme) ? readFileSync(readme, "utf8") : "";
  const sums = new Map(
    [...text.matchAll(/^ {4}([0-9a-f]{64}) {2}(\S+)$/gm)].map((match) => [match[2]!, match[1]!]),
  );
  const files = readdirSync(join(data, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(data, folder).length + 1))
    .filter((file) => file !== "README.md" && !file.includes("__pycache__"));

  test("its README states source, units and licence", () => {
    expect(text).toMatch(/\*\*How made:\*\*|\*\*Source:\*\*/);
    expect(text).toContain("unit");
    expect(text).toMatch(/\*\*Licence:\*\* \S/);
  });
  test.each(
    files.filter((file) => !file.endsWith(".py")),
  )("%s has the README's checksum", (file) => {
    const bytes = readFileSync(join(data, folder, file));
    const stated = sums.get(file.replaceAll("\\", "/"));
    expect(stated).toBe(createHash("sha256").update(bytes).digest("hex"));
  });
  test("the README names no file that is not there", () => {
    for (const file of sums.keys())
      expect(files.map((f) => f.replaceAll("\\", "/"))).toContain(file);
  });
});
