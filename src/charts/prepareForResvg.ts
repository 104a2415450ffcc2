/**
 * Goes round three faults of resvg 2.6.2. It stops its process at a clipped or half-transparent thing that
 * lies far outside the picture: what nobody would see is taken out. It cuts too much off what is both
 * clipped and half-transparent: fill and stroke are made half-transparent instead. And it leaves out a
 * clipped line that goes 1e15 pixels away, as a repulsive wall does: no item goes further than `FAR`.
 */
export function prepareForResvg(view: object): void {
  const { _viewWidth, _viewHeight, scenegraph } = view as SceneView;
  for (const size of [_viewWidth, _viewHeight])
    if (!(size >= 1 && size <= 5000))
      throw new RangeError(
        `a chart with its axes must be 1 to 5000 pixels wide and high, got ${_viewWidth} by ${_viewHeight}; ` +
          "marks far outside the axes belong to it unless they have clip: true",
      );
  const canvas = { x1: -_viewWidth, y1: -_viewHeight, x2: 2 * _viewWidth, y2: 2 * _viewHeight };
  const visit = (group: SceneGroup, x: number, y: number): void => {
    for (const mark of group.items) {
      const clip = { x1: 0, y1: 0, x2: group.width ?? 0, y2: group.height ?? 0 };
      const seen = ({ x1, y1, x2, y2 }: Box): boolean =>
        (!mark.clip || overlap({ x1, y1, x2, y2 }, clip)) &&
        overlap({ x1: x1 + x, y1: y1 + y, x2: x2 + x, y2: y2 + y }, canvas);
      if (!seen(mark.bounds)) mark.items = [];
      // What is there for the mouse alone would cost resvg as much time as what is seen.
      else mark.items = mark.items.filter((item) => item.opacity !== 0);
      for (const item of mark.items) easeItem(item);
      if (mark.marktype === "group")
        for (const item of mark.items)
          visit(item as SceneGroup, x + (item.x ?? 0), y + (item.y ?? 0));
    }
  };
  visit({ items: [scenegraph.call(view).root] } as unknown as SceneGroup, 0, 0);
}

/** 100,000 pixels away is far enough: a line to there leaves the axes where the line to beyond does. */
const FAR = 1e5;

function easeItem(item: SceneItem): void {
  const { opacity = 1 } = item;
  if (opacity !== 1) {
    item.opacity = 1;
    item.fillOpacity = (item.fillOpacity ?? 1) * opacity;
    item.strokeOpacity = (item.strokeOpacity ?? 1) * opacity;
  }
  for (const key of ["x", "y", "x2", "y2", "width", "height"] as const) {
    const value = item[key];
    if (value !== undefined) item[key] = Math.max(-FAR, Math.min(FAR, value));
  }
}

const overlap = (a: Box, b: Box): boolean =>
  a.x1 <= a.x2 && a.y1 <= a.y2 && a.x1 <= b.x2 && b.x1 <= a.x2 && a.y1 <= b.y2 && b.y1 <= a.y2;

/** The parts of Vega's scene that are used here; its types leave most of them out. */
interface SceneView {
  readonly _viewWidth: number;
  readonly _viewHeight: number;
  readonly scenegraph: () => { readonly root: SceneMark };
}
interface SceneMark {
  readonly marktype: string;
  readonly clip?: unknown;
  readonly bounds: Box;
  items: SceneItem[];
}
interface SceneItem {
  opacity?: number;
  fillOpacity?: number;
  strokeOpacity?: number;
  x?: number;
  y?: number;
  x2?: number;
  y2?: number;
  width?: number;
  height?: number;
}
interface SceneGroup extends SceneItem {
  readonly items: SceneMark[];
}
interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
