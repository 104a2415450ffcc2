/** Σ aᵢ bᵢ, added up in four sums at once, which need not wait for each other. */
export function dot(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    first += a[i]! * b[i]!;
    second += a[i + 1]! * b[i + 1]!;
    third += a[i + 2]! * b[i + 2]!;
    fourth += a[i + 3]! * b[i + 3]!;
  }
  for (; i < n; i++) first += a[i]! * b[i]!;
  return first + second + (third + fourth);
}

/** out ← out + factor · vector */
export function addScaledInto(out: Float64Array, factor: number, vector: Float64Array): void {
  for (let i = 0; i < vector.length; i++) out[i]! += factor * vector[i]!;
}

/** Divides a vector, in place, by its length √Σ vᵢ², which it returns. */
export function normalise(vector: Float64Array): number {
  const length = Math.sqrt(dot(vector, vector));
  const inverse = 1 / length;
  for (let i = 0; i < vector.length; i++) vector[i]! *= inverse;
  return length;
}

/** Takes the part along a unit vector out of a vector, in place, and returns how much it was. */
export function subtractProjection(vector: Float64Array, unit: Float64Array): number {
  const overlap = dot(vector, unit);
  addScaledInto(vector, -overlap, unit);
  return overlap;
}

/** The sign of an eigenvector: its first entry that is not below a thousandth of the largest. */
export function makeStartPositive(vector: Float64Array): void {
  let largest = 0;
  for (let i = 0; i < vector.length; i++) largest = Math.max(largest, Math.abs(vector[i]!));
  let start = 0;
  while (Math.abs(vector[start]!) < largest / 1000) start++;
  if (vector[start]! < 0) for (let i = 0; i < vector.length; i++) vector[i] = -vector[i]!;
}

/**
 * The largest power of two that is not above a size: dividing by it rounds nothing, and what had
 * that size is then from 1 to 2, so that neither its square nor its inverse over- or underflows.
 */
export function powerOfTwoFrom(size: number): number {
  return size > 0 ? 2 ** Math.max(-1000, Math.min(1000, Math.floor(Math.log2(size)))) : 1;
}
