import type { MathJsInstance, Unit } from "mathjs";
import {
  ATOMIC_TIME_IN_FS,
  AVOGADRO,
  BOHR_IN_ANGSTROM,
  ELECTRON_MASS_IN_U,
  EV_IN_JOULE,
  HARTREE_IN_EV,
  HARTREE_IN_INVERSE_CM,
  U_IN_KG,
} from "./constants.js";
import { mathjs } from "./mathjs.js";

let instance: MathJsInstance | undefined;

/** An instance of mathjs with the units of this course, made when it is first needed. */
export function unitMath(): MathJsInstance {
  if (instance) return instance;
  const { create, all } = mathjs();
  const made = create(all);
  for (const [name, definition, prefixes] of UNITS)
    made.createUnit(name, prefixes ? { definition, prefixes } : { definition }, { override: true });
  instance = made;
  return made;
}

/** Name, definition, prefixes. mathjs has older values of its own for the two names of the eV. */
const UNITS: readonly [name: string, definition: string, prefixes?: "short" | "long"][] = [
  ["eV", `${EV_IN_JOULE} J`, "short"],
  ["electronvolt", `${EV_IN_JOULE} J`, "long"],
  ["hartree", `${HARTREE_IN_EV} eV`],
  ["bohr", `${BOHR_IN_ANGSTROM} angstrom`],
  ["dalton", `${U_IN_KG} kg`],
  ["u", "1 dalton"],
  ["electronmass", `${ELECTRON_MASS_IN_U} dalton`],
  ["atomictime", `${ATOMIC_TIME_IN_FS} fs`],
  ["cal", "4.184 J", "short"], // the thermochemical calorie, exact
  ["JPerMol", `${1 / AVOGADRO} J`, "short"],
  ["calPerMol", `${4.184 / AVOGADRO} J`, "short"],
  ["perCm", `${1 / HARTREE_IN_INVERSE_CM} hartree`],
];

/** From the names people use to those that mathjs can read, and back. */
export const plain = (unit: string): string =>
  unit
    .trim()
    .replace(/^cm\s*\^\s*-1$|cm⁻¹/g, "perCm")
    .replaceAll(/Å/g, "angstrom")
    .replaceAll(/(cal|J)\s*\/\s*mol\b/g, "$1PerMol");
export const printed = (unit: string): string =>
  unit.replaceAll("perCm", "cm⁻¹").replaceAll("PerMol", "/mol");

export function parseUnit(unit: string): Unit {
  let parsed: Unit | undefined;
  try {
    parsed = unitMath().unit(1, plain(unit));
  } catch (error) {
    throw new TypeError(`quantity: cannot read the unit "${unit}": ${(error as Error).message}`);
  }
  // mathjs drops such a number without a word; the 1 of "1/cm" and exponents are harmless.
  if (/(?<![\w.^-])(?!1\s*\/)\d/.test(plain(unit)))
    throw new TypeError(`quantity: a unit must hold no number but exponents, got "${unit}"`);
  if (partsOf(parsed).some((part) => part.unit.offset !== 0))
    throw new TypeError(`quantity: temperatures must be in K, got "${unit}"`);
  return parsed;
}

/** Of two quantities of one kind. */
export const ratio = (a: Unit | number, b: Unit | number): number => inSi(a) / inSi(b);
const inSi = (unit: Unit | number): number =>
  typeof unit === "number" ? unit : (unit as unknown as Parts).value;

/** What a Unit of mathjs is made of; its types leave that out. Index letter: nine dimensions. */
interface Parts {
  /** In SI units. */
  readonly value: number;
  readonly dimensions: readonly number[];
  readonly units: readonly {
    readonly prefix: { readonly name: string };
    readonly unit: { readonly name: string; readonly offset: number };
    readonly power: number;
  }[];
}
export const partsOf = (unit: Unit): Parts["units"] => (unit as unknown as Parts).units;
/** Exponents of mass, length, time, current, temperature and four more that are rarely seen; no zeros at the end. */
export const dimensionsOf = (unit: Unit | number): string => {
  if (typeof unit === "number") return "";
  const exponents = (unit as unknown as Parts).dimensions.map((d) => Math.round(1e9 * d) / 1e9);
  while (exponents.at(-1) === 0) exponents.pop();
  return exponents.join(" ");
};
