import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../src/setup/paths.mjs";
import { registerSettings } from "../../src/setup/register.mjs";

const environments = { instructor: "", student: "" };
beforeAll(() => {
  for (const who of ["instructor", "student"] as const) {
    environments[who] = mkdtempSync(join(tmpdir(), "mlip register "));
    registerSettings(environments[who], who === "student");
  }
});
afterAll(() => {
  for (const environment of Object.values(environments)) rmSync(environment, { recursive: true });
});

const settings = (file: string, who: keyof typeof environments = "student") =>
  JSON.parse(readFileSync(join(environments[who], "etc/jupyter", file), "utf8"));

test("Lab does not ask for news, and has the instructors' pages of nbgrader for instructors", () => {
  const pages = (off: boolean) => ({
    "@jupyterlab/apputils-extension:announcements": true,
    "@jupyter/nbgrader:formgrader": off,
    "@jupyter/nbgrader:course-list": off,
    "@jupyter/nbgrader:create-assignment": off,
  });
  const file = "labconfig/page_config.json";
  expect(settings(file, "instructor").disabledExtensions).toEqual(pages(false));
  expect(settings(file, "student").disabledExtensions).toEqual(pages(true));
});

test("an instructor's Lab hides the homework with its solutions, a student's does not", () => {
  const file = "jupyter_server_config.json";
  expect(settings(file, "instructor").ContentsManager.hide_globs).toContain("homework");
  expect(settings(file, "student").ContentsManager).toBeUndefined();
});

test("nbgrader is told where the course and its Node are", () => {
  const file = join(environments.instructor, "etc/jupyter/nbgrader_config.py");
  const text = readFileSync(file, "utf8");
  expect(text).toContain(
    `sys.path.insert(0, ${JSON.stringify(join(root, "src/grading/nbgrader"))})`,
  );
  expect(text).toContain(`configure(get_config(), ${JSON.stringify(process.execPath)})`);
});

test("nbconvert, by itself and inside Lab, is told of the template for pages, which is there; slides keep theirs", () => {
  for (const file of ["jupyter_nbconvert_config.json", "jupyter_server_config.json"])
    expect(settings(file)).toEqual({
      HTMLExporter: { template_name: "mlip" },
      SlidesExporter: { template_name: "reveal" },
      WebPDFExporter: { template_name: "webpdf" },
    });
  const template = join(environments.student, "share/jupyter/nbconvert/templates/mlip");
  for (const file of ["conf.json", "index.html.j2"])
    expect(existsSync(join(template, file))).toBe(true);
});
