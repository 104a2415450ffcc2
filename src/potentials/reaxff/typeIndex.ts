/** Where i j k ... and ... k j i are in a table of T types. */
export function bothWays(types: readonly number[], T: number): number[] {
  const index = (order: readonly number[]): number =>
    order.reduce((sum, type) => sum * T + type, 0);
  return [...new Set([index(types), index([...types].reverse())])];
}
