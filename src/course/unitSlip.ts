import {
  ATOMIC_TIME_IN_FS,
  BOHR_IN_ANGSTROM,
  ELECTRON_MASS_IN_U,
  HARTREE_IN_EV,
  HARTREE_IN_INVERSE_CM,
} from "../units/constants.js";

/** One line for each quantity: how much of each unit makes one atomic unit. */
const QUANTITIES: readonly Readonly<Record<string, number>>[] = [
  { hartree: 1, eV: HARTREE_IN_EV, "cm⁻¹": HARTREE_IN_INVERSE_CM },
  { bohr: 1, angstrom: BOHR_IN_ANGSTROM },
  { "atomic units of time": 1, fs: ATOMIC_TIME_IN_FS },
  { "electron masses": 1, u: ELECTRON_MASS_IN_U },
];

/** Factors are recognised to this fraction: students round them (27.2, 0.529). */
const ROUNDING = 2e-3;

/**
 * A sentence when wrong answers differ from the expected ones by one constant factor that has a
 * name: the opposite sign, or another unit of the same quantity. "hartree/bohr" is understood from
 * its parts; an unknown unit gives no hint but that of the sign.
 *
 * @param got   the answers, and
 * @param want  the expected numbers in `unit`, of the same shape
 */
export function unitSlip(
  got: readonly number[],
  want: readonly number[],
  unit: string | undefined,
): string | undefined {
  const isFactor = (factor: number): boolean =>
    want.some((number) => number !== 0) &&
    got.every((number, i) => {
      const scaled = factor * want[i]!;
      return Math.abs(number - scaled) <= ROUNDING * Math.abs(scaled);
    });
  if (isFactor(-1)) return "it has the opposite sign";
  for (const [name, factor] of otherUnits(unit))
    if (isFactor(factor)) return `it looks like ${name}; the answer is asked in ${unit}`;
  return undefined;
}

/** Every other way to state a quantity given in `unit`, with the factor from one to the other. */
function otherUnits(unit: string | undefined): [name: string, factor: number][] {
  let choices: [string[], number][] = [[[], 1]];
  for (const [position, part] of (unit?.split("/") ?? []).entries()) {
    const quantity = QUANTITIES.find((units) => part in units);
    if (!quantity) return [];
    const sign = position === 0 ? 1 : -1;
    choices = choices.flatMap(([names, factor]) =>
      Object.entries(quantity).map(([name, size]): [string[], number] => [
        [...names, name],
        factor * (size / quantity[part]!) ** sign,
      ]),
    );
  }
  return choices
    .map(([names, factor]): [string, number] => [names.join("/"), factor])
    .filter(([name]) => name !== "" && name !== unit);
}
