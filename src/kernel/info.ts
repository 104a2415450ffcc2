import { createRequire } from "node:module";
import { ts } from "./tslab.js";

const { version }: { version: string } = createRequire(import.meta.url)("tslab/package.json");

/** Content of kernel_info_reply. */
export const KERNEL_INFO: object = {
  status: "ok",
  protocol_version: "5.3",
  implementation: "tslab",
  implementation_version: version,
  language_info: {
    name: "typescript",
    version: ts.version,
    mimetype: "text/typescript",
    file_extension: ".ts",
    pygments_lexer: "typescript",
    codemirror_mode: { name: "javascript", typescript: true, mode: "typescript" },
    nbconvert_exporter: "script",
  },
  banner: `TypeScript ${ts.version} (tslab ${version}, course kernel), Node.js ${process.version}`,
  help_links: [
    { text: "TypeScript", url: "https://www.typescriptlang.org/docs/" },
    { text: "Vega-Lite", url: "https://vega.github.io/vega-lite-v5/docs/" },
  ],
  debugger: false,
};
