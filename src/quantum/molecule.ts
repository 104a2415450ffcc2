import { requirePositive } from "../units/requirePositive.js";

/** Nuclei as points. Index letters: n nuclei, m electrons, c = 3 Cartesian axes. */
export interface Nuclei {
  /** Z in units of e, shape [n]. Positive. */
  readonly charges: ArrayLike<number>;
  /** Bohr, shape [n·c]: x₀ y₀ z₀ x₁ y₁ z₁ … */
  readonly positions: ArrayLike<number>;
}

export interface Electrons {
  /** Bohr, shape [m·c]. */
  readonly positions: ArrayLike<number>;
}

/** The three potential energies of the molecular Hamiltonian at one arrangement, hartree. */
export interface CoulombEnergies {
  /** Vⁱⁱ, repulsion of the nuclei. Positive, or 0 for a single one. */
  readonly ionIon: number;
  /** Vᵉᵉ, repulsion of the electrons. Positive, or 0 for a single one. */
  readonly electronElectron: number;
  /** Vᵉⁱ, attraction between electrons and nuclei. Negative. */
  readonly electronIon: number;
}

/**
 * The Coulomb terms of the molecular Hamiltonian for particles held at given points,
 *
 *   Vⁱⁱ = ½ Σ_α Σ_{β≠α} Z_α Z_β / |R_α − R_β|,   Vᵉᵉ = ½ Σ_j Σ_{k≠j} 1 / |r_j − r_k|,
 *   Vᵉⁱ = −Σ_j Σ_α Z_α / |r_j − R_α|
 *
 * The double sums meet every pair twice, as (α, β) and as (β, α), and the ½ mends that: each is the
 * sum over distinct pairs, which is how it is computed here. Vᵉⁱ joins particles of two kinds,
 * meets each pair once and has no ½.
 *
 * @throws RangeError for a charge that is not positive, a coordinate that is not finite, shapes
 *         that disagree, and two particles at one point, where the energy is infinite
 */
export function coulombEnergies({
  nuclei,
  electrons,
}: {
  readonly nuclei: Nuclei;
  readonly electrons: Electrons;
}): CoulombEnergies {
  const ions = particles("nuclei", nuclei.positions, nuclei.charges);
  const negative = particles("electrons", electrons.positions);
  let [ionIon, electronElectron, electronIon] = [0, 0, 0];
  for (const [i, a] of ions.entries())
    for (const b of ions.slice(i + 1)) ionIon += (a.charge * b.charge) / distance(a, b);
  for (const [i, a] of negative.entries())
    for (const b of negative.slice(i + 1)) electronElectron += 1 / distance(a, b);
  for (const a of negative) for (const b of ions) electronIon -= b.charge / distance(a, b);
  return { ionIon, electronElectron, electronIon };
}

/**
 * Bytes that the wave function of some particles takes when it is tabulated on a grid,
 *
 *   bytesPerNumber · pointsPerAxis ^ (dimensions · particles)
 *
 * One electron on 100 points per axis: 16 megabytes; two: 16 terabytes; three: 16 million
 * terabytes. Spin is left out; it would multiply this by at most 2 for each electron.
 *
 * @param dimensions      axes of one particle: 3, or fewer for a model. Default 3
 * @param bytesPerNumber  default 16: a complex number in double precision
 * @throws RangeError when particles, pointsPerAxis or dimensions is not a positive whole number,
 *         when bytesPerNumber is not positive, and beyond 1.8·10³⁰⁸ bytes, the largest number there
 *         is; the message then tells the power of ten
 */
export function waveFunctionBytes({
  particles: count,
  pointsPerAxis,
  dimensions = 3,
  bytesPerNumber = 16,
}: {
  readonly particles: number;
  readonly pointsPerAxis: number;
  readonly dimensions?: number;
  readonly bytesPerNumber?: number;
}): number {
  for (const [name, value] of Object.entries({ particles: count, pointsPerAxis, dimensions }))
    if (!(Number.isInteger(value) && value >= 1))
      throw new RangeError(
        `waveFunctionBytes: ${name} must be a positive whole number, got ${value}`,
      );
  requirePositive("waveFunctionBytes: bytesPerNumber", bytesPerNumber, "bytes");
  const bytes = bytesPerNumber * pointsPerAxis ** (dimensions * count);
  if (bytes === Number.POSITIVE_INFINITY) {
    const power = Math.log10(bytesPerNumber) + dimensions * count * Math.log10(pointsPerAxis);
    throw new RangeError(
      `waveFunctionBytes: the result must be below 1.8e308 bytes, got about 1e${power.toFixed(1)}`,
    );
  }
  return bytes;
}

interface Particle {
  readonly name: string;
  readonly charge: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

function particles(
  kind: "nuclei" | "electrons",
  positions: ArrayLike<number>,
  charges?: ArrayLike<number>,
): Particle[] {
  const count = charges?.length ?? Math.ceil(positions.length / 3);
  if (positions.length !== 3 * count)
    throw new RangeError(
      `coulombEnergies: ${kind}.positions must hold three numbers for each particle ` +
        `(${3 * count}), got ${positions.length}`,
    );
  return Array.from({ length: count }, (_, i) => {
    const charge = charges?.[i] ?? -1;
    if (charges) requirePositive(`coulombEnergies: nuclei.charges[${i}]`, charge, "e");
    for (let c = 3 * i; c < 3 * i + 3; c++)
      if (!Number.isFinite(positions[c]))
        throw new RangeError(
          `coulombEnergies: ${kind}.positions[${c}] must be a finite number of bohr, got ${positions[c]}`,
        );
    const name = kind === "nuclei" ? `nucleus ${i}` : `electron ${i}`;
    return {
      name,
      charge,
      x: positions[3 * i]!,
      y: positions[3 * i + 1]!,
      z: positions[3 * i + 2]!,
    };
  });
}

function distance(a: Particle, b: Particle): number {
  const r = Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);
  if (r === 0)
    throw new RangeError(
      `coulombEnergies: ${a.name} and ${b.name} must be at different points, got both at ` +
        `${a.x}, ${a.y}, ${a.z} bohr`,
    );
  return r;
}
