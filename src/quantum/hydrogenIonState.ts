import { gaussLegendre } from "../numerics/quadrature.js";
import { type HydrogenIon, spheroidalNumbers } from "./hydrogenIon.js";
import { legendreHop, separate } from "./hydrogenIonSeparation.js";

export interface HydrogenIonOrbital {
  /** Total energy, 1/R included, hartree. */
  readonly energy: number;
  /**
   * ψ at a point of the plane through the axis, bohr^(−3/2), with ∫ ψ² d³r = 1. The nuclei lie at
   * z = −R/2 and z = R/2, x is the distance from the axis. Positive near the nucleus at R/2, for
   * Pi, Delta, Phi on its side x > 0.
   */
  readonly waveFunction: (x: number, z: number) => number;
}

/**
 * The exact wave function of H₂⁺ in a plane through its axis, for the charts. States other than
 * Sigma vary around the axis as cos mφ; the plane holds φ = 0 (x > 0) and φ = π.
 *
 * It has the cusps of the exact solution: approaching a nucleus along the axis, the mean of the
 * slopes on both sides is −ψ.
 *
 * @throws RangeError as `hydrogenIonEnergy`
 */
export function hydrogenIonState({ distance, state }: HydrogenIon): HydrogenIonOrbital {
  const numbers = spheroidalNumbers("hydrogenIonState", { distance, state });
  const { c, electronic, radial, angular } = separate(distance, numbers);
  const { nXi, nEta, m } = numbers;
  const X = radialFunction(radial, c, m);
  const Y = angularFunction(angular, nEta % 2, m);
  // ∫ X² Y² (R/2)³ (ξ² − η²) dξ dη, with the quadratures of both factors
  const ends = (40 + 20 * nXi) / (2 * c);
  const along = gaussLegendre(200, 0, ends);
  const across = gaussLegendre(100);
  const [one, xiSquare] = moments(along.points, along.weights, X, (t) => t + 1);
  const [unit, etaSquare] = moments(across.points, across.weights, Y, (eta) => eta);
  const volume = (distance / 2) ** 3 * (xiSquare * unit - one * etaSquare);
  const around = m === 0 ? 2 * Math.PI : Math.PI; // ∫ cos² mφ dφ
  const sign = Math.sign(X(1e-9) * Y(1 - 1e-9));
  const scale = sign / Math.sqrt(volume * around);
  return {
    energy: electronic + 1 / distance,
    waveFunction: (x, z) => {
      const r1 = Math.hypot(x, z + distance / 2);
      const r2 = Math.hypot(x, z - distance / 2);
      const t = Math.max(0, (r1 + r2) / distance - 1);
      const eta = Math.max(-1, Math.min(1, (r1 - r2) / distance));
      const turned = x < 0 && m % 2 === 1 ? -1 : 1;
      return turned * scale * X(t) * Y(eta);
    },
  };
}

/** ∫ f² and ∫ f² g². */
function moments(
  points: Float64Array,
  weights: Float64Array,
  f: (x: number) => number,
  g: (x: number) => number,
): [number, number] {
  let [plain, squared] = [0, 0];
  for (const [i, x] of points.entries()) {
    const share = weights[i]! * f(x) ** 2;
    plain += share;
    squared += share * g(x) ** 2;
  }
  return [plain, squared];
}

/** X as a function of t = ξ − 1. */
function radialFunction(radial: Float64Array, c: number, m: number): (t: number) => number {
  return (t) => {
    const x = 2 * c * t;
    let [before, laguerre] = [0, Math.exp(-x / 2)];
    let sum = 0;
    for (let k = 0; k < radial.length; k++) {
      sum += radial[k]! * laguerre;
      const next = ((2 * k + m + 1 - x) * laguerre - (k + m) * before) / (k + 1);
      [before, laguerre] = [laguerre, next];
    }
    return (t * (t + 2)) ** (m / 2) * sum;
  };
}

/** Y from normalised Legendre functions, of which every second one takes part. */
function angularFunction(
  angular: Float64Array,
  parity: number,
  m: number,
): (eta: number) => number {
  let first = 0.5; // square of the lowest function at η = 0: (2m + 1)!! / (2 (2m)!!)
  for (let k = 1; k <= m; k++) first *= (2 * k + 1) / (2 * k);
  return (eta) => {
    let [before, legendre] = [0, Math.sqrt(first) * (1 - eta * eta) ** (m / 2)];
    let sum = 0;
    const highest = m + parity + 2 * (angular.length - 1);
    for (let l = m; l <= highest; l++) {
      if ((l - m) % 2 === parity) sum += angular[(l - m - parity) / 2]! * legendre;
      const next = (eta * legendre - legendreHop(l, m) * before) / legendreHop(l + 1, m);
      [before, legendre] = [legendre, next];
    }
    return sum;
  };
}
