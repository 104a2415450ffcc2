import { erf } from "../numerics/erf.js";
import { requirePositive } from "../units/requirePositive.js";
import { diagonalCorrections } from "./adiabaticCouplings.js";
import { adiabaticStates } from "./adiabaticStates.js";
import { bornHuangLevels, surfaceLevels } from "./bornHuang.js";
import type { ElectronIonModel } from "./electronIon.js";

export interface ShinMetiuParameters {
  /** Distance L of the two fixed ions, bohr. Positive. */
  readonly length: number;
  /** Softening R_f of the electron's attraction to the moving ion, bohr. Positive. */
  readonly movingRadius: number;
  /** The same, R_l, for the fixed ion at −L/2. Positive. */
  readonly leftRadius: number;
  /** The same, R_r, for the fixed ion at +L/2. Positive. */
  readonly rightRadius: number;
  /** Mass M of the moving ion, electron masses. Positive. */
  readonly ionMass: number;
}

/**
 * The set of the course: two surfaces that come as close as 0.0047 hartree near R = −1.9. As in the
 * program UNI-xMD (I. S. Lee et al., J. Comput. Chem. 42, 1755 (2021)), with a proton's mass.
 */
export const SHIN_METIU: ShinMetiuParameters = {
  length: 19,
  movingRadius: 5,
  leftRadius: 4,
  rightRadius: 3.1,
  ionMass: 1836.15,
};

/** Bohr between the outer fixed ions and the walls of the electron's box. */
const ELECTRON_MARGIN = 20;
/** Bohr that the moving ion keeps from the fixed ones. */
const ION_MARGIN = 0.5;

/**
 * Surfaces in the expansion times R_f: the smaller R_f is, the more an electron at the moving ion is
 * carried along. More of them change the ten lowest levels by less than 10⁻⁹ hartree.
 */
const SURFACES_TIMES_RADIUS = 60;
/** Bohr between the ion's positions on one surface. */
const SURFACE_SPACING = 0.07;

/**
 * Shin and Metiu's model of a charge that is handed over: an ion at R and an electron at r move on
 * the line between two fixed ions at ±L/2, all ions of charge one,
 *
 *   V(r, R) = 1/|R − L/2| + 1/|R + L/2| − w(r − R; R_f) − w(r − L/2; R_r) − w(r + L/2; R_l)
 *   w(x; a) = erf(|x|/a) / |x|,   w(0; a) = 2 / (√π a)
 *
 * The repulsion of the ions keeps R between −L/2 and L/2; that of the two fixed ions is left out.
 * The grids are sinc functions, fine and wide enough for 10⁻⁹ hartree in the lowest ten levels for
 * ion masses from 50 and radii from 2 bohr.
 *
 * Source: S. Shin and H. Metiu, J. Chem. Phys. 102, 9285 (1995).
 *
 * @throws RangeError when a parameter is not a positive finite number
 */
export function shinMetiu(parameters: ShinMetiuParameters): ElectronIonModel {
  const { length, movingRadius, leftRadius, rightRadius, ionMass } = parameters;
  requirePositive("shinMetiu: length", length, "bohr");
  requirePositive("shinMetiu: movingRadius", movingRadius, "bohr");
  requirePositive("shinMetiu: leftRadius", leftRadius, "bohr");
  requirePositive("shinMetiu: rightRadius", rightRadius, "bohr");
  requirePositive("shinMetiu: ionMass", ionMass, "electron masses");
  const side = length / 2;
  const spacing = Math.min(1, 0.3 * Math.min(movingRadius, leftRadius, rightRadius));
  const wall = side + ELECTRON_MARGIN;
  // The lowest ten levels have momenta up to about 2.3 M^¼.
  const ionSpacing = Math.PI / (2.3 * ionMass ** 0.25);
  const reach = side - ION_MARGIN;
  return {
    potential: (r, R) =>
      1 / Math.abs(R - side) +
      1 / Math.abs(R + side) -
      soft(r - R, movingRadius) -
      soft(r - side, rightRadius) -
      soft(r + side, leftRadius),
    ionSlope: (r, R) =>
      Math.sign(side - R) / (R - side) ** 2 -
      Math.sign(side + R) / (R + side) ** 2 +
      softSlope(r - R, movingRadius),
    ionMass,
    electronGrid: { from: -wall, to: wall, points: Math.round((2 * wall) / spacing) },
    ionGrid: { from: -reach, to: reach, points: Math.round((2 * reach) / ionSpacing) },
  };
}

function surfacesFor({ movingRadius }: ShinMetiuParameters, model: ElectronIonModel): number {
  const enough = Math.max(12, Math.ceil(SURFACES_TIMES_RADIUS / movingRadius));
  return Math.min(enough, model.electronGrid.points);
}

/** w(x; a) = erf(|x|/a) / |x| */
function soft(x: number, a: number): number {
  return Math.abs(x) < 1e-8 * a ? 2 / (Math.sqrt(Math.PI) * a) : erf(x / a) / x;
}

/** dw/dx; near 0 the difference of two large numbers, there by its series. */
function softSlope(x: number, a: number): number {
  const s = x / a;
  const unit = 2 / (Math.sqrt(Math.PI) * a * a);
  if (Math.abs(s) < 0.01) return unit * s * (-2 / 3 + (2 / 5) * s * s - (1 / 7) * s ** 4);
  return unit * (Math.exp(-s * s) / s) - erf(s) / (x * x);
}

/**
 * Levels of the model in three approximations: "bornOppenheimer" on the lowest surface alone,
 * "adiabatic" on the lowest surface plus its diagonal correction, "exact" by Born and Huang's
 * expansion. Of the ground state the first is never above and the second never below the exact
 * energy; the second stays above level by level, the first does not stay below.
 *
 * @returns energies in hartree, ascending, shape [states]
 * @throws  RangeError for a parameter that is not positive, more states than grid points, an ion so
 *          light or a level so high that the wave function reaches the end of the grid
 */
export function shinMetiuLevels(
  parameters: ShinMetiuParameters,
  { states, approximation }: ShinMetiuRequest,
): Float64Array {
  const model = shinMetiu(parameters);
  if (approximation === "exact")
    return bornHuangLevels(model, { states, surfaces: surfacesFor(parameters, model) }).energies;
  if (approximation !== "bornOppenheimer" && approximation !== "adiabatic")
    throw new RangeError(
      'shinMetiuLevels: approximation must be "bornOppenheimer", "adiabatic" or "exact", got ' +
        `${JSON.stringify(approximation)}`,
    );
  // One surface bends more sharply than the wave functions do where another one comes near.
  const { from, to, points } = model.ionGrid;
  const fine = { from, to, points: Math.max(points, Math.round((to - from) / SURFACE_SPACING)) };
  const onSurface = { ...model, ionGrid: fine };
  const lowest = adiabaticStates(onSurface, 1);
  let surface = lowest.energies[0]!;
  if (approximation === "adiabatic") {
    const correction = diagonalCorrections(onSurface, lowest)[0]!;
    surface = surface.map((energy, g) => energy + correction[g]!);
  }
  return surfaceLevels(onSurface, surface, states).energies;
}

export interface ShinMetiuRequest {
  /** How many levels, from the lowest. */
  readonly states: number;
  readonly approximation: "bornOppenheimer" | "adiabatic" | "exact";
}
