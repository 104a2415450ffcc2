import * as vega from "vega";
import * as vegaLite from "vega-lite";
import type { ChartSpec } from "../../src/charts/chartSpec.js";

/** A chart as Vega runs it, without a picture: sliders can be set and what is drawn can be looked at. */
export interface RunningChart {
  /** Sets sliders by name. */
  set(values: Readonly<Record<string, number>>): Promise<void>;
  /** What is drawn of one kind of mark: "line", "symbol", "text", ... with the rows behind it. */
  items(marktype: string): Item[];
}

export interface Item {
  readonly x: number;
  readonly y: number;
  readonly y2?: number;
  readonly text?: string;
  readonly opacity?: number;
  readonly stroke?: string;
  readonly strokeDash?: readonly number[];
  readonly datum: Readonly<Record<string, unknown>>;
}

export async function runChart(spec: ChartSpec): Promise<RunningChart> {
  // Only a browser has the window that dragging listens to.
  const view = new vega.View(vega.parse(vegaLite.compile(spec).spec), { logLevel: vega.Error });
  await view.runAsync();
  return {
    async set(values) {
      for (const [name, value] of Object.entries(values)) view.signal(name, value);
      await view.runAsync();
    },
    items(marktype) {
      const found: Item[] = [];
      const visit = (mark: Mark): void => {
        if (mark.marktype === marktype) found.push(...(mark.items as Item[]));
        if (mark.marktype === "group")
          for (const group of mark.items) for (const child of group.items!) visit(child);
      };
      visit((view.scenegraph() as unknown as { root: Mark }).root);
      return found;
    },
  };
}

interface Mark {
  readonly marktype: string;
  readonly items: readonly { readonly items?: readonly Mark[] }[];
}
