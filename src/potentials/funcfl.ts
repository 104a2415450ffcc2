import { elementSymbols } from "../structures/elements.js";
import { bohrFromAngstrom, hartreeFromEv } from "../units/convert.js";
import { EamNumbers } from "./eamNumbers.js";
import type { EamTables } from "./eamTables.js";

export interface FuncflOptions {
  /**
   * What a charge squared over a distance is worth. Absent: 1 hartree·bohr, which is
   * 14.39965 eV Å. "lammps": 27.2 · 0.529 = 14.3888 eV Å, which the authors of the format and of the old
   * tables had, and LAMMPS has for their sake: with it the tables give what was published.
   */
  readonly convention?: "lammps";
}

/**
 * Reads the embedded-atom potential of one element in the format funcfl of the program DYNAMO, which
 * LAMMPS calls `eam`: a line of remarks; number, mass, lattice constant and lattice; the grids and the
 * cutoff; then F(ρ), an effective charge Z(r), and ρ(r). The pair potential is φ(r) = Z(r)² e²/r.
 *
 * @throws RangeError, with the number of the line, for what is not such a file, and for a convention
 *         that is not known
 */
export function readFuncfl(text: string, { convention }: FuncflOptions = {}): EamTables {
  if (convention !== undefined && convention !== "lammps")
    throw new RangeError(`readFuncfl: convention must be "lammps" or absent, got "${convention}"`);
  const unit = convention === "lammps" ? hartreeFromEv(bohrFromAngstrom(27.2 * 0.529)) : 1;
  const comments = [text.split(/\r?\n/, 1)[0]!.trimEnd()];
  const words = new EamNumbers("readFuncfl", text, 1);
  const number = words.count("the atomic number", 1);
  const symbol = elementSymbols[number] ?? words.refuse("the number of an element", `${number}`);
  const massU = words.positive("the mass");
  const latticeConstant = bohrFromAngstrom(words.number("the lattice constant"));
  const lattice = words.word("the lattice");
  const densities = words.count("the number of densities", 5);
  const densityStep = words.positive("the step of the density");
  const points = words.count("the number of distances", 5);
  const distanceStep = bohrFromAngstrom(words.positive("the step of the distance"));
  const cutoff = bohrFromAngstrom(words.positive("the cutoff"));
  const embedding = words.table("F", densities, hartreeFromEv(1));
  const charges = words.table("Z", points, 1);
  const density = words.table("the density", points, 1);
  words.end();
  return {
    comments,
    elements: [{ symbol, massU, latticeConstant, lattice, embedding, density }],
    densityStep,
    distanceStep,
    cutoff,
    pairs: [charges.map((charge) => unit * charge * charge)],
  };
}
