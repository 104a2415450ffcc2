import { inspect } from "node:util";
import type { Unit } from "mathjs";
import { dimensionsOf, parseUnit, partsOf, plain, printed, ratio, unitMath } from "./unitMath.js";

/** A number with its unit, for sums on the back of an envelope. Operations return a new one. */
export interface Quantity {
  readonly value: number;
  /** Such as "hartree/bohr"; empty for a pure number. */
  readonly unit: string;
  /** The same quantity in another unit. */
  to(unit: string): Quantity;
  /** The bare number in a unit: `quantity(1, "hartree").in("eV")` is 27.211386245981. */
  in(unit: string): number;
  /** The sum, in the unit of the left one. */
  plus(other: Quantity): Quantity;
  /** The difference, in the unit of the left one. */
  minus(other: Quantity): Quantity;
  times(other: Quantity | number): Quantity;
  /** The quotient; of two energies, two lengths, ... a pure number. */
  over(other: Quantity | number): Quantity;
  /** A power; `power(0.5)` is the square root. */
  power(exponent: number): Quantity;
  toString(): string;
}

/**
 * A number with a unit. mathjs converts and calculates, and refuses what makes no sense:
 *
 *   quantity(27.2, "eV").to("hartree")
 *   quantity(1, "hartree").plus(quantity(1, "bohr"))  // cannot add a length (bohr) to an energy (hartree)
 *
 * Units: hartree, bohr, dalton (or u), electronmass, atomictime, eV, J, cal, angstrom (or Å), m, s, kg,
 * K, C, N, Pa and the others of mathjs, with prefixes (meV, fs, kcal, GPa), joined by * / ^ and
 * brackets. They agree with `units/constants` (CODATA 2022).
 *
 * Two habits of the trade: J/mol and cal/mol (kJ/mol, kcal/mol) are energies of one particle, and
 * cm^-1 (or cm⁻¹) standing alone is the energy of a photon of that wavenumber; an inverse length is
 * written 1/cm. Temperatures are in K: degrees that do not start at absolute zero are refused.
 *
 * @throws RangeError for a value that is not finite; TypeError for an unknown unit, and for
 *         quantities of different kinds in a sum, a difference or a conversion
 */
export function quantity(value: number, unit: string): Quantity {
  if (typeof unit !== "string" || unit.trim() === "")
    throw new TypeError(`quantity: unit must be text such as "hartree", got ${inspect(unit)}`);
  parseUnit(unit);
  return make(value, unit.trim());
}

function make(value: number, unit: string): Quantity {
  if (!Number.isFinite(value))
    throw new RangeError(`quantity: value must be a finite number, got ${inspect(value)}`);
  const numberIn = (wanted: string): number => {
    const target = parseUnit(wanted);
    const own = toMathjs(self);
    requireSameKind(own, target, `to: cannot turn ${describe(self)} into`, describeUnit(wanted));
    return ratio(own, target);
  };
  const sum = (term: Quantity | number, sign: 1 | -1): Quantity => {
    const other = typeof term === "number" ? make(term, "") : term;
    const [name, verb, joint] = sign === 1 ? ["plus", "add", "to"] : ["minus", "subtract", "from"];
    const start = `${name}: cannot ${verb} ${describe(other)} ${joint}`;
    requireSameKind(toMathjs(self), toMathjs(other), start, describe(self));
    const added = unit === "" ? other.value : other.in(unit);
    return make(value + sign * added, unit);
  };
  const self: Quantity = {
    value,
    unit,
    to: (wanted) => make(numberIn(wanted), wanted.trim()),
    in: numberIn,
    plus: (other) => sum(other, 1),
    minus: (other) => sum(other, -1),
    times: (other) => fromMathjs(unitMath().multiply(toMathjs(self), toMathjs(other))),
    over: (other) => fromMathjs(unitMath().divide(toMathjs(self), toMathjs(other))),
    power: (exponent) => {
      if (value < 0 && !Number.isInteger(exponent))
        throw new RangeError(`power: a root of ${self} must not be taken, it is negative`);
      return fromMathjs(unitMath().pow(toMathjs(self), exponent));
    },
    toString: () => `${value} ${unit}`.trim(),
  };
  // In the output of a cell: what people read, in place of a list of functions.
  return Object.defineProperty(self, inspect.custom, { value: () => self.toString() });
}

function toMathjs(from: Quantity | number): Unit | number {
  if (typeof from === "number") return from;
  if (typeof from?.unit !== "string")
    throw new TypeError(`quantity: it must be a quantity or a number, got ${inspect(from)}`);
  return from.unit === "" ? from.value : unitMath().unit(from.value, plain(from.unit));
}

/** With equal units merged: force times distance is hartree, not hartree*bohr/bohr. */
function fromMathjs(result: unknown): Quantity {
  if (typeof result === "number") return make(result, "");
  const unit = result as Unit;
  const powers = new Map<string, number>();
  for (const { prefix, unit: base, power } of partsOf(unit)) {
    const name = prefix.name + base.name;
    powers.set(name, (powers.get(name) ?? 0) + power);
  }
  const terms = (sign: 1 | -1): string[] =>
    [...powers]
      .filter(([, power]) => sign * power > 0)
      .map(([name, power]) => (sign * power === 1 ? name : `${name}^${sign * power}`));
  const above = terms(1).join("*");
  const text = [above === "" ? "1" : above, ...terms(-1)].join("/");
  return text === "1"
    ? make(ratio(unit, 1), "")
    : make(ratio(unit, unitMath().unit(1, text)), printed(text));
}

const KINDS: Readonly<Record<string, string>> = {
  "": "a pure number",
  "0 1": "a length",
  "0 2": "an area",
  "0 3": "a volume",
  "0 -1": "an inverse length",
  "1": "a mass",
  "0 0 1": "a time",
  "0 0 -1": "a frequency",
  "0 1 -1": "a velocity",
  "0 1 -2": "an acceleration",
  "1 1 -1": "a momentum",
  "1 2 -1": "an action",
  "1 1 -2": "a force",
  "1 2 -2": "an energy",
  "1 -1 -2": "a pressure",
  "1 0 -2": "a force constant",
  "0 0 0 0 1": "a temperature",
  "0 0 1 1": "a charge",
};

function describe(from: Quantity): string {
  const kind = KINDS[dimensionsOf(toMathjs(from))] ?? "a quantity";
  return from.unit === "" ? kind : `${kind} (${from.unit})`;
}

const describeUnit = (unit: string): string => describe(make(1, unit.trim()));

function requireSameKind(a: Unit | number, b: Unit | number, start: string, end: string): void {
  if (dimensionsOf(a) !== dimensionsOf(b)) throw new TypeError(`${start} ${end}`);
}
