import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { ChartSpec } from "./chartSpec.js";
import { letterWidths } from "./letterWidths.js";
import { prepareForResvg } from "./prepareForResvg.js";

/** A drawn chart. */
export interface Picture {
  /** PNG file, two image pixels to one pixel of the chart. */
  readonly png: Buffer;
  /** Size of the chart with axes and legend, pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a chart without a browser: Vega-Lite to Vega to SVG to PNG, letters from the shipped font alone,
 * so that the bytes do not depend on the machine's fonts.
 *
 * @throws Error with what Vega-Lite or Vega say against the spec, also where they would only warn; or when
 *   resvg cannot make a picture of the chart
 */
export async function draw(spec: ChartSpec): Promise<Picture> {
  const { vega, vegaLite } = load();
  const complaints: string[] = [];
  const logger = collector(complaints);
  const compiled = vegaLite.compile(spec, { logger }).spec;
  leaveOutTooltips(compiled.marks);
  const runtime = vega.parse(compiled);
  const view = new vega.View(runtime, { renderer: "none", logger, loader: noLoader });
  try {
    await view.runAsync();
    if (complaints.length > 0) throw new RangeError(complaints[0]);
    prepareForResvg(view);
    const png = await rasterise(await view.toSVG());
    // A PNG file says its size in bytes 16 to 23.
    return { png, width: png.readUInt32BE(16) / 2, height: png.readUInt32BE(20) / 2 };
  } finally {
    view.finalize();
  }
}

/** A picture has no mouse, and the words of a tooltip take longer than the point that they belong to. */
function leaveOutTooltips(marks: readonly import("vega").Mark[] = []): void {
  for (const mark of marks) {
    if (mark.encode?.update) delete mark.encode.update.tooltip;
    if (mark.type === "group") leaveOutTooltips(mark.marks);
  }
}

/** An SVG picture as a PNG file, two image pixels to one pixel, letters from the shipped font alone. */
export function rasterise(svg: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const program = spawn(process.execPath, [fileOf("rasterise.mjs"), FONT_FILE], {
      stdio: "pipe",
      env: { ...process.env, NODE_OPTIONS: "" },
      windowsHide: true,
    });
    const png: Buffer[] = [];
    let trouble = "";
    program.stdout.on("data", (chunk: Buffer) => png.push(chunk));
    program.stderr.on("data", (chunk: Buffer) => {
      trouble += chunk;
    });
    program.once("error", reject);
    program.once("close", (code) => {
      if (code === 0) resolve(Buffer.concat(png));
      else if (code === null) reject(new RangeError("it holds marks too far outside its axes"));
      else reject(new Error(`resvg makes no picture: ${/^\w*Error.*$/m.exec(trouble) ?? trouble}`));
    });
    program.stdin.on("error", () => {}); // it ended early; its exit code says so
    program.stdin.end(svg);
  });
}

/** A file that is not compiled: beside this one in src/charts, and seen from src/dist/charts. */
function fileOf(name: string): string {
  const places = [name, `../../charts/${name}`].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return places.find((path) => existsSync(path)) ?? places[1]!;
}

const FONT_FILE = fileOf("fonts/DejaVuSans.ttf");

const require = createRequire(import.meta.url);

interface Libraries {
  readonly vega: typeof import("vega");
  readonly vegaLite: typeof import("vega-lite");
}
let libraries: Libraries | undefined;

/** Loaded at the first chart, so that importing a builder costs nothing; `require` is twice as fast as `import`. */
function load(): Libraries {
  if (libraries) return libraries;
  const vega = require("vega") as typeof import("vega");
  const vegaLite = require("vega-lite") as typeof import("vega-lite");
  const widthAtSizeOne = letterWidths(readFileSync(FONT_FILE));
  const { textMetrics } = vega as unknown as { textMetrics: TextMetrics };
  textMetrics.width = ({ fontSize = 11, limit = 0 }, text) => {
    const width = fontSize * widthAtSizeOne(String(text ?? ""));
    return limit > 0 ? Math.min(width, limit) : width;
  };
  libraries = { vega, vegaLite };
  return libraries;
}

/** Vega's own hook for measuring text, absent from its types. */
interface TextMetrics {
  width: (item: { fontSize?: number; limit?: number }, text: unknown) => number;
}

/** A chart carries its numbers in itself: nothing is fetched. */
const noLoader = {
  load: async (uri: string) => Promise.reject(new Error(`nothing is loaded from "${uri}"`)),
} as unknown as import("vega").Loader;

function collector(complaints: string[]): import("vega").LoggerInterface {
  const complain = (...parts: readonly unknown[]): typeof logger => {
    const text = parts.map((part) => (part instanceof Error ? part.message : part)).join(" ");
    // Dragging listens to a window, which only a browser has.
    if (text !== "Can not resolve event source: window") complaints.push(text);
    return logger;
  };
  const logger = {
    level: (_level?: number) => logger,
    error: complain,
    warn: complain,
    info: () => logger,
    debug: () => logger,
  } as import("vega").LoggerInterface;
  return logger;
}
