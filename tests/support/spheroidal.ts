import { gaussLegendre } from "../../src/numerics/quadrature.js";

/**
 * ∫ f over space for a function of the distance x from an axis and of z along it, in the coordinates
 * ξ = (r₁ + r₂)/R and η = (r₁ − r₂)/R, whose volume element takes away 1/r at both nuclei, z = ±R/2.
 */
export function spheroidalIntegral(
  f: (x: number, z: number) => number,
  R: number,
  reach: number,
): number {
  const xi = gaussLegendre(80, 1, 1 + reach / R);
  const eta = gaussLegendre(60);
  let sum = 0;
  for (const [i, s] of xi.points.entries())
    for (const [j, t] of eta.points.entries()) {
      const x = (R / 2) * Math.sqrt((s * s - 1) * (1 - t * t));
      const volume = 2 * Math.PI * (R / 2) ** 3 * (s * s - t * t);
      sum += xi.weights[i]! * eta.weights[j]! * volume * f(x, (R / 2) * s * t);
    }
  return sum;
}
