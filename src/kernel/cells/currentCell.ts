/**
 * Which cell the code that runs now belongs to: the newest one, except inside the callback of a
 * timer, which belongs to the cell that set it.
 */
let newest = 0;
let inCallback: number | undefined;

export function currentCell(): number {
  return inCallback ?? newest;
}

export function startCell(cell: number): void {
  newest = cell;
}

/** Runs `callback` as code of `cell`. */
export function asCell<T>(cell: number, callback: () => T): T {
  const before = inCallback;
  inCallback = cell;
  try {
    return callback();
  } finally {
    inCallback = before;
  }
}
