import type { Bundle } from "../charts/publish.js";
import type { Channels } from "./channels.js";
import type { Header } from "./wire.js";

/** Text of one cell that is passed on; the rest is only counted. */
const LIMIT = 20_000_000;
/** Text waits this long for more of its kind, so that a million lines are not a million messages. */
const COLLECT_MS = 30;

export interface Outputs {
  /** Names the request that the outputs of a cell answer; `undefined` for a silent cell. */
  open(cell: number, parent: Header | undefined): void;
  stream(cell: number, name: "stdout" | "stderr", text: string): void;
  display(cell: number, bundle: Bundle, update: boolean): void;
  /** Sends what was collected. */
  flush(): void;
}

/** Brings what cells print and display to iopub, in order, each under its own cell. */
export function createOutputs(publish: Channels["publish"]): Outputs {
  const parents = new Map<number, Header | undefined>();
  const sent = new Map<number, number>();
  let collected: { cell: number; name: "stdout" | "stderr"; texts: string[] } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let newest = 0;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (!collected) return;
    const { cell, name, texts } = collected;
    collected = undefined;
    const parent = parents.get(cell);
    if (parent) publish("stream", { name, text: texts.join("") }, parent);
  };

  const add = (cell: number, name: "stdout" | "stderr", text: string): void => {
    if (collected?.cell !== cell || collected.name !== name) flush();
    collected ??= { cell, name, texts: [] };
    collected.texts.push(text);
    timer ??= setTimeout(flush, COLLECT_MS);
  };

  return {
    open(cell, parent) {
      newest = cell;
      parents.set(cell, parent);
    },
    stream(cell, name, text) {
      const of = cell || newest;
      const before = sent.get(of) ?? 0;
      sent.set(of, before + text.length);
      if (before < LIMIT) add(of, name, text.slice(0, LIMIT - before));
      if (before < LIMIT && before + text.length >= LIMIT)
        add(of, "stderr", `\nThis cell has printed ${LIMIT / 1e6} MB; the rest is not shown.\n`);
    },
    display(cell, bundle, update) {
      flush();
      const parent = parents.get(cell || newest);
      if (parent) publish(update ? "update_display_data" : "display_data", bundle, parent);
    },
    flush,
  };
}
