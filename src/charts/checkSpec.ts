import { inlineTables, visit } from "./walkSpec.js";

/**
 * Refuses what would become an empty or frozen chart: a spec without a description, a number that is
 * not finite, a value that is no JSON, numbers to be fetched from elsewhere, `width: "container"`
 * (it froze JupyterLab's tab), an unknown mark or type, and an encoding that names a field no row of the data has.
 *
 * @throws TypeError or RangeError that names the place in the spec
 */
export function checkSpec(spec: object): void {
  const description = (spec as { description?: unknown } | undefined)?.description;
  if (typeof description !== "string" || description.trim() === "")
    throw new TypeError(
      `show: a chart must have a description, a sentence that says what it shows, got ${kindOf(description)}`,
    );
  requirePlain(spec, "spec");
  visit(spec, "spec", (key, child, place) => {
    if (key === "mark" && place !== "spec.config.mark") requireOneOf(MARKS, typeOf(child), place);
    if (/\.encoding\.\w+(\[\d+\])?\.type$/.test(place)) requireOneOf(TYPES, child, place);
  });
  requireKnownFields(spec);
}

const TYPES = ["quantitative", "temporal", "ordinal", "nominal", "geojson"];
const MARKS = (
  "arc area bar boxplot circle errorband errorbar geoshape image line point rect rule square text " +
  "tick trail"
).split(" ");

const typeOf = (mark: unknown): unknown =>
  typeof mark === "string" ? mark : (mark as { type?: unknown } | null | undefined)?.type;

function requireOneOf(words: readonly string[], word: unknown, place: string): void {
  if (!words.includes(word as string))
    throw new RangeError(`show: ${place} must be one of ${words.join(", ")}, got ${kindOf(word)}`);
}

function requirePlain(value: unknown, place: string): void {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new RangeError(`show: ${place} must be a finite number, got ${value}`);
  if (value === undefined && !/\.(values|datasets)[.[]/.test(place)) return; // a setting left out
  if (value === null || ["string", "boolean", "number"].includes(typeof value)) return;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) requirePlain(value[i], `${place}[${i}]`);
    return;
  }
  if (Object.prototype.toString.call(value) !== "[object Object]")
    throw new TypeError(
      `show: ${place} must be plain JSON (numbers, texts, lists, objects), got ${kindOf(value)}` +
        `${ArrayBuffer.isView(value) ? "; Array.from(...) makes a list of it" : ""}`,
    );
  for (const [key, child] of Object.entries(value as object)) {
    if ((key === "width" || key === "height") && child === "container")
      throw new RangeError(`show: ${place}.${key} must be a number of pixels, got "container"`);
    if (key === "url" && place.endsWith(".data"))
      throw new RangeError(
        `show: a chart must carry its numbers in data.values, got ${place}.url ${JSON.stringify(child)}`,
      );
    requirePlain(child, `${place}.${key}`);
  }
}

/** Names that transforms give to their results when the spec gives none. */
const DEFAULT_NAMES = ["key", "value", "prob", "density", "data"];

function requireKnownFields(spec: object): void {
  const known = new Set<string>(DEFAULT_NAMES);
  const used: { readonly field: string; readonly place: string }[] = [];
  let guess = false;
  visit(spec, "spec", (key, child, place) => {
    if (key === "as") for (const name of [child].flat()) known.add(String(name));
    if (key === "pivot" || (key === "values" && typeof child === "string")) guess = true;
    if (key === "field" && typeof child === "string" && place.includes(".encoding."))
      used.push({ field: child, place });
  });
  if (guess) return; // a pivot's columns and a text of comma-separated values are known only to Vega
  const columns = inlineTables(spec).flatMap((rows) => rows.flatMap((row) => Object.keys(row)));
  for (const column of columns) known.add(column);
  for (const { field, place } of used)
    if (!known.has(field) && !known.has(field.split(/[.[\\]/)[0]!))
      throw new RangeError(
        `show: ${place} must name a column of the data (${[...new Set(columns)].join(", ")}), got "${field}"`,
      );
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null || typeof value !== "object")
    return typeof value === "string" ? JSON.stringify(value) : String(typeof value);
  return value.constructor?.name ?? "object";
}
