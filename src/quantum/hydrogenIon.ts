import { requirePositive } from "../units/requirePositive.js";
import { type SpheroidalNumbers, separate } from "./hydrogenIonSeparation.js";

/**
 * A state of H₂⁺, named after the state of He⁺ that it becomes when the nuclei unite: shell, letter
 * of the angular momentum l (s p d f g h), angular momentum around the axis, and g or u for even or
 * odd under inversion, which is the parity of l. The lowest are "1sSigmaG" and "2pSigmaU".
 */
export type HydrogenIonState =
  `${number}${"s" | "p" | "d" | "f" | "g" | "h"}${"Sigma" | "Pi" | "Delta" | "Phi"}${"G" | "U"}`;

export interface HydrogenIon {
  /** R, distance of the two nuclei, bohr. From 0.05 to 50. */
  readonly distance: number;
  readonly state: HydrogenIonState;
}

/**
 * Total energy of H₂⁺ at clamped nuclei, 1/R included, in hartree: exact but for rounding, without
 * relativity. At R = 2 the ground state "1sSigmaG" has −0.6026342144949. Good to 10⁻¹¹ from 0.3 to
 * 20 bohr. How: `hydrogenIonSeparation.ts`.
 *
 * @throws RangeError for a distance outside 0.05 to 50 bohr, and for a state that does not exist
 */
export function hydrogenIonEnergy({ distance, state }: HydrogenIon): number {
  const numbers = spheroidalNumbers("hydrogenIonEnergy", { distance, state });
  return separate(distance, numbers).electronic + 1 / distance;
}

/**
 * Numbers of nodes of a state: from the united atom's n, l, m they are n − l − 1 in ξ, l − m in η,
 * m.
 *
 * @throws RangeError as `hydrogenIonEnergy`
 */
export function spheroidalNumbers(
  where: string,
  { distance, state }: HydrogenIon,
): SpheroidalNumbers {
  requirePositive(`${where}: distance`, distance, "bohr");
  if (!(distance >= 0.05 && distance <= 50))
    throw new RangeError(`${where}: distance must be from 0.05 to 50 bohr, got ${distance}`);
  const [, shell, letter, around, parity] =
    /^(\d)([spdfgh])(Sigma|Pi|Delta|Phi)([GU])$/.exec(state) ?? [];
  const n = Number(shell);
  const l = "spdfgh".indexOf(letter ?? "");
  const m = ["Sigma", "Pi", "Delta", "Phi"].indexOf(around ?? "");
  if (!(l < n && n <= 6 && m <= l && parity === (l % 2 === 0 ? "G" : "U")))
    throw new RangeError(
      `${where}: state must be like "1sSigmaG", with shell 1 to 6, l below the shell, Sigma to Phi ` +
        `up to l, G for even l (s d g) and U for odd (p f h), got "${state}"`,
    );
  return { nXi: n - l - 1, nEta: l - m, m };
}
