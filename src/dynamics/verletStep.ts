/** v += F Δt / 2M; returns the sum of all v, which is not finite as soon as one of them is not. */
export function kick(v: Float64Array, forces: ArrayLike<number>, halfKick: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < v.length; i++) {
    v[i]! += forces[i]! * halfKick[i]!;
    sum += v[i]!;
  }
  return sum;
}

/** x += v Δt */
export function drift(x: Float64Array, v: Float64Array, timeStep: number): void {
  for (let i = 0; i < x.length; i++) x[i]! += v[i]! * timeStep;
}
