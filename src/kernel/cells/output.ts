import type { Bundle } from "../../charts/publish.js";
import { tellKernel } from "./channel.js";
import { currentCell } from "./currentCell.js";

/** Sends what the cells print and display to the kernel, marked with their cell. */
export function captureOutput(): void {
  capture("stdout");
  capture("stderr");
  // The hook that mlip/charts/show looks for.
  (globalThis as Record<symbol, unknown>)[Symbol.for("mlip.display")] = display;
}

export function display(bundle: Bundle, update = false): void {
  tellKernel({ type: "display", cell: currentCell(), bundle, update });
}

function capture(name: "stdout" | "stderr"): void {
  const decoder = new TextDecoder();
  process[name].write = (
    chunk: string | Uint8Array,
    encodingOrCallback?: BufferEncoding | ((error?: Error | null) => void),
    callback?: (error?: Error | null) => void,
  ): boolean => {
    const text =
      typeof chunk === "string"
        ? typeof encodingOrCallback === "string" && encodingOrCallback !== "utf8"
          ? Buffer.from(chunk, encodingOrCallback).toString()
          : chunk
        : decoder.decode(chunk, { stream: true });
    if (text !== "") tellKernel({ type: "stream", cell: currentCell(), name, text });
    const done = typeof encodingOrCallback === "function" ? encodingOrCallback : callback;
    if (done) process.nextTick(done);
    return true;
  };
}
