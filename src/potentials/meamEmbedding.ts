import type { MeamParameters } from "./meam.js";

/** F(ρ) = A E_c ρ ln ρ, and 0 where there is no density; `size` is A E_c. */
export function embedding(size: number, density: number): number {
  return density > 0 ? size * density * Math.log(density) : 0;
}

export function embeddingSlope(size: number, density: number): number {
  return density > 0 ? size * (1 + Math.log(density)) : 0;
}

/** G(Γ) = √(1 + Γ), and how it goes on where that ends, see `MeamParameters`. */
export function rootValue(gamma: number, root: MeamParameters["root"]): number {
  if (root === "signed") return gamma >= -1 ? Math.sqrt(1 + gamma) : -Math.sqrt(-1 - gamma);
  return gamma >= -0.99 ? Math.sqrt(1 + gamma) : 0.1 * (-0.99 / gamma) ** 49.5;
}

/** dG/dΓ, given G. */
export function rootSlope(gamma: number, value: number, root: MeamParameters["root"]): number {
  if (root === "smooth" && gamma < -0.99) return (-49.5 * value) / gamma;
  return 0.5 / Math.abs(value);
}
