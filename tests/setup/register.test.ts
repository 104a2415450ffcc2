import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registerSettings } from "../../src/setup/register.mjs";

let environment = "";
beforeAll(() => {
  environment = mkdtempSync(join(tmpdir(), "mlip register "));
  registerSettings(environment);
});
afterAll(() => rmSync(environment, { recursive: true }));

const settings = (file: string) =>
  JSON.parse(readFileSync(join(environment, "etc/jupyter", file), "utf8"));

test("Lab does not ask for news", () => {
  const { disabledExtensions } = settings("labconfig/page_config.json");
  expect(disabledExtensions).toEqual({ "@jupyterlab/apputils-extension:announcements": true });
});

test("nbconvert, by itself and inside Lab, is told of the template for pages, which is there; slides keep theirs", () => {
  for (const file of ["jupyter_nbconvert_config.json", "jupyter_server_config.json"])
    expect(settings(file)).toEqual({
      HTMLExporter: { template_name: "mlip" },
      SlidesExporter: { template_name: "reveal" },
      WebPDFExporter: { template_name: "webpdf" },
    });
  const template = join(environment, "share/jupyter/nbconvert/templates/mlip");
  for (const file of ["conf.json", "index.html.j2"])
    expect(existsSync(join(template, file))).toBe(true);
});
