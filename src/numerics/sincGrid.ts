import { requirePositive } from "../units/requirePositive.js";

/**
 * The kinetic energy −(1/2m) d²/dx² between functions sinc((x − xᵢ)/h), one for each point of a
 * grid of spacing h, as a stencil like those of `kineticStencil`:
 *
 *   stencil[0] = π² / (6 m h²),   stencil[k] = (−1)ᵏ / (m h² k²)
 *
 * The potential is diagonal, V(xᵢ). It couples all points, but once h < π / (largest momentum in
 * the wave function) the error falls faster than any power of h. Functions must have died away
 * before the ends of the grid.
 *
 * Source: D. T. Colbert and W. H. Miller, J. Chem. Phys. 96, 1982 (1992), eq. 2.
 *
 * @returns stencil in hartree, shape [n], for n points, spacing in bohr, mass in electron masses
 * @throws  RangeError when n is not a whole number from 1, or spacing or mass is not positive
 */
export function sincKineticStencil(n: number, spacing: number, mass = 1): Float64Array {
  if (!(Number.isInteger(n) && n >= 1))
    throw new RangeError(`sincKineticStencil: n must be a whole number from 1, got ${n}`);
  requirePositive("sincKineticStencil: spacing", spacing, "bohr");
  requirePositive("sincKineticStencil: mass", mass, "electron masses");
  const unit = 1 / (mass * spacing ** 2);
  return Float64Array.from({ length: n }, (_, k) =>
    k === 0 ? (Math.PI ** 2 / 6) * unit : ((k % 2 === 0 ? 1 : -1) * unit) / k ** 2,
  );
}
