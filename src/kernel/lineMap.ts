import { decodedMappings, originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { LineMap } from "./messages.js";

/** Lines that tslab puts before the cell's text: `export {};`. */
const PREFIX_LINES = 1;

/**
 * The map from generated code back to the cell, out of the source maps of the two steps (cell to
 * JavaScript, JavaScript to CommonJS). Places that have no source in the cell are left out.
 */
export function composeLineMap(first: string, second: string): LineMap {
  const toCell = new TraceMap(first);
  return decodedMappings(new TraceMap(second)).map((segments) =>
    segments.flatMap((segment) => {
      if (segment.length === 1) return [];
      const { line, column } = originalPositionFor(toCell, {
        line: segment[2] + 1,
        column: segment[3],
      });
      return line === null || line <= PREFIX_LINES
        ? []
        : [segment[0], line - 1 - PREFIX_LINES, column];
    }),
  );
}
