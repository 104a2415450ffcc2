import { atomicNumberOf } from "../structures/elements.js";
import {
  angstromFromBohr,
  bohrFromAngstrom,
  evFromHartree,
  hartreeFromEv,
} from "../units/convert.js";
import { EamNumbers } from "./eamNumbers.js";
import type { EamElement, EamTables } from "./eamTables.js";

/**
 * Reads an embedded-atom potential in the format setfl of the program DYNAMO, which LAMMPS calls
 * `eam/alloy`: three lines of remarks; the elements; the grids and the cutoff; for each element a line
 * with number, mass, lattice constant and lattice, then F and ρ; then r φ of the pairs (0,0), (1,0),
 * (1,1), … In the file are eV and angstrom, in the tables hartree and bohr.
 *
 * @throws RangeError, with the number of the line, for what is not such a file
 */
export function readSetfl(text: string): EamTables {
  const comments = text.split(/\r?\n/, 3).map((line) => line.trimEnd());
  const words = new EamNumbers("readSetfl", text, 3);
  const count = words.count("the number of elements", 1);
  const symbols = Array.from({ length: count }, () => {
    const symbol = words.word("the symbol of an element");
    try {
      atomicNumberOf(symbol);
    } catch {
      words.refuse("the symbol of an element", symbol);
    }
    return symbol;
  });
  const densities = words.count("the number of densities", 5);
  const densityStep = words.positive("the step of the density");
  const points = words.count("the number of distances", 5);
  const distanceStep = bohrFromAngstrom(words.positive("the step of the distance"));
  const cutoff = bohrFromAngstrom(words.positive("the cutoff"));
  const elements = symbols.map((symbol): EamElement => {
    words.count(`the atomic number of ${symbol}`, 0);
    return {
      symbol,
      massU: words.positive(`the mass of ${symbol}`),
      latticeConstant: bohrFromAngstrom(words.number(`the lattice constant of ${symbol}`)),
      lattice: words.word(`the lattice of ${symbol}`),
      embedding: words.table(`F of ${symbol}`, densities, hartreeFromEv(1)),
      density: words.table(`the density of ${symbol}`, points, 1),
    };
  });
  const unit = hartreeFromEv(bohrFromAngstrom(1));
  const pairs = symbols.flatMap((a, i) =>
    symbols.slice(0, i + 1).map((b) => words.table(`r φ of ${a} and ${b}`, points, unit)),
  );
  words.end();
  return { comments, elements, densityStep, distanceStep, cutoff, pairs };
}

/**
 * The file that `readSetfl` reads, and LAMMPS under `pair_style eam/alloy`: with 17 digits, so that
 * what is read again differs by no more than the rounding of two changes of units.
 */
export function writeSetfl(tables: EamTables): string {
  const { comments, elements, densityStep, distanceStep, cutoff, pairs } = tables;
  const first = elements[0]!;
  const angstrom = (length: number): string => digits(angstromFromBohr(length));
  const unit = evFromHartree(angstromFromBohr(1));
  const grids = [
    first.embedding.length,
    digits(densityStep),
    first.density.length,
    angstrom(distanceStep),
    angstrom(cutoff),
  ];
  const lines = [
    ...[0, 1, 2].map((k) => comments[k] ?? ""),
    [elements.length, ...elements.map(({ symbol }) => symbol)].join(" "),
    grids.join(" "),
  ];
  for (const { symbol, massU, latticeConstant, lattice, embedding, density } of elements)
    lines.push(
      `${atomicNumberOf(symbol)} ${digits(massU)} ${angstrom(latticeConstant)} ${lattice}`,
      ...rows(embedding, evFromHartree(1)),
      ...rows(density, 1),
    );
  for (const pair of pairs) lines.push(...rows(pair, unit));
  return `${lines.join("\n")}\n`;
}

const digits = (value: number): string => value.toExponential(16);

/** Five numbers to a line. */
function rows(table: Float64Array, unit: number): string[] {
  const rows: string[] = [];
  for (let k = 0; k < table.length; k += 5)
    rows.push(Array.from(table.subarray(k, k + 5), (value) => digits(value * unit)).join(" "));
  return rows;
}
