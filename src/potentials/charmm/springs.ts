import type { Spring } from "./parameters.js";

/**
 * E = k (x − x₀)² and dE/dx = 2 k (x − x₀) of the springs s, for bonds, Urey-Bradley distances and
 * angles alike.
 */
export function springs(parameters: readonly Spring[]): {
  energy(s: number, x: number): number;
  slope(s: number, x: number): number;
} {
  const stiffness = Float64Array.from(parameters, (spring) => spring.stiffness);
  const rest = Float64Array.from(parameters, (spring) => spring.rest);
  return {
    energy: (s, x) => stiffness[s]! * (x - rest[s]!) ** 2,
    slope: (s, x) => 2 * stiffness[s]! * (x - rest[s]!),
  };
}
