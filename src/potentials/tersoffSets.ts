import { bohrFromAngstrom, hartreeFromEv } from "../units/convert.js";
import type { TersoffParameters } from "./tersoff.js";
import type { SpeciesTriples } from "./triples.js";

/** A set as papers print it, in eV and angstrom, in atomic units. */
export function tersoffFromEvAngstrom(set: TersoffParameters): TersoffParameters {
  const { A, B, lambda1, lambda2, lambda3, R, D } = set;
  const angstrom = bohrFromAngstrom(1);
  return {
    ...set,
    A: hartreeFromEv(A),
    B: hartreeFromEv(B),
    lambda1: lambda1 / angstrom,
    lambda2: lambda2 / angstrom,
    lambda3: lambda3 / angstrom,
    R: R * angstrom,
    D: D * angstrom,
  };
}

/**
 * Silicon. J. Tersoff, Phys. Rev. B 37, 6991 (1988), the set that the literature calls Si(B) or T2:
 * diamond with 5.4312 Å and −4.6304 eV per atom, good where bonds are broken; but a C44 of 10 GPa,
 * measured are 80.
 */
export const tersoffSilicon1988: TersoffParameters = tersoffFromEvAngstrom({
  A: 3264.7,
  B: 95.373,
  lambda1: 3.2394,
  lambda2: 1.3258,
  lambda3: 1.3258,
  m: 3,
  beta: 0.33675,
  n: 22.956,
  c: 4.8381,
  d: 2.0417,
  h: 0,
  gamma: 1,
  R: 3,
  D: 0.2,
});

const SHARED_1989 = { lambda3: 0, m: 3, gamma: 1 } as const;

/**
 * Silicon by itself as in `tersoffSiliconCarbon1989`: diamond with 5.4320 Å, −4.6296 eV per atom and a
 * C44 of 69 GPa. But for rounding it is the set Si(C) or T3 of Phys. Rev. B 38, 9902 (1988).
 */
export const tersoffSilicon1989: TersoffParameters = tersoffFromEvAngstrom({
  ...SHARED_1989,
  A: 1830.8,
  B: 471.18,
  lambda1: 2.4799,
  lambda2: 1.7322,
  beta: 1.1e-6,
  n: 0.78734,
  c: 100390,
  d: 16.217,
  h: -0.59825,
  R: 2.85,
  D: 0.15,
});

/** Carbon by itself as in `tersoffSiliconCarbon1989`: diamond with 3.5656 Å and −7.3705 eV per atom. */
export const tersoffCarbon1989: TersoffParameters = tersoffFromEvAngstrom({
  ...SHARED_1989,
  A: 1393.6,
  B: 346.74,
  lambda1: 3.4879,
  lambda2: 2.2119,
  beta: 1.5724e-7,
  n: 0.72751,
  c: 38049,
  d: 4.3484,
  h: -0.57058,
  R: 1.95,
  D: 0.15,
});

/**
 * Silicon, carbon and their compounds. J. Tersoff, Phys. Rev. B 39, 5566 (1989), erratum 41, 3248 (1990):
 * χ = 0.9776 between silicon and carbon.
 */
export const tersoffSiliconCarbon1989: SpeciesTriples<TersoffParameters> = mixedTersoff(
  { Si: tersoffSilicon1989, C: tersoffCarbon1989 },
  { "Si-C": 0.9776 },
);

/**
 * All triples of several elements by the rules of 1989, from one set each: between atoms i and j the
 * decays λ₁ and λ₂ are the means, A, the radii R − D and R + D, and B but for a factor χ, the geometric
 * means. What belongs to the angle is that of the atom in the middle.
 *
 * @param factors  χ by pairs of symbols in either order; 1 where it is absent
 */
export function mixedTersoff(
  elements: Readonly<Record<string, TersoffParameters>>,
  factors: Readonly<Record<string, number>> = {},
): SpeciesTriples<TersoffParameters> {
  const symbols = Object.keys(elements);
  for (const name of Object.keys(factors))
    if (name.split("-").length !== 2 || !name.split("-").every((symbol) => elements[symbol]))
      throw new RangeError(
        `mixedTersoff: factors must have names like "Si-C" of ${symbols.join(", ")}, got "${name}"`,
      );
  const triple = (i: string, j: string, k: string): TersoffParameters => {
    const [own, other] = [elements[i]!, elements[j]!];
    const [inner, outer] = [-1, 1].map((side) =>
      Math.sqrt((own.R + side * own.D) * (elements[k]!.R + side * elements[k]!.D)),
    ) as [number, number];
    return {
      ...own,
      A: Math.sqrt(own.A * other.A),
      B: (factors[`${i}-${j}`] ?? factors[`${j}-${i}`] ?? 1) * Math.sqrt(own.B * other.B),
      lambda1: (own.lambda1 + other.lambda1) / 2,
      lambda2: (own.lambda2 + other.lambda2) / 2,
      R: (outer + inner) / 2,
      D: (outer - inner) / 2,
    };
  };
  return Object.fromEntries(
    symbols.flatMap((i) =>
      symbols.flatMap((j) => symbols.map((k) => [`${i}-${j}-${k}`, triple(i, j, k)])),
    ),
  );
}
