import { expect, test } from "vitest";
import { triplesOf } from "../../src/potentials/triples.js";

interface Sized {
  readonly size: number;
}
const isSet = (given: object): given is Sized => "size" in given;
const of = (given: Sized | Record<string, Sized>) => triplesOf<Sized>("here", given, isSet);

test("one set holds for all atoms, whatever they are", () => {
  const triples = of({ size: 7 });
  expect([triples.count, triples.symbols, triples.sets]).toEqual([1, [], [{ size: 7 }]]);
  const kinds = Int32Array.of(9, 9, 9);
  triples.kindsInto(kinds, Uint8Array.of(1, 118), Int32Array.of(0, 1));
  expect([...kinds]).toEqual([0, 0, 9]);
});

test("sets by triples are found at (i count + j) count + k, whatever their order", () => {
  const names = [
    "C-Si-C",
    "Si-Si-Si",
    "C-C-C",
    "Si-C-C",
    "C-Si-Si",
    "Si-Si-C",
    "Si-C-Si",
    "C-C-Si",
  ];
  const triples = of(Object.fromEntries(names.map((name, size) => [name, { size }])));
  expect(triples.symbols).toEqual(["C", "Si"]);
  const found = triples.sets.map((set) => names[set.size]);
  expect(found).toEqual([
    "C-C-C",
    "C-C-Si",
    "C-Si-C",
    "C-Si-Si",
    "Si-C-C",
    "Si-C-Si",
    "Si-Si-C",
    "Si-Si-Si",
  ]);
  const kinds = new Int32Array(3);
  triples.kindsInto(kinds, Uint8Array.of(14, 6), Int32Array.of(0, 1, 0));
  expect([...kinds]).toEqual([1, 0, 1]);
});

test("refuses", () => {
  expect(() => of({ "Si-Si": { size: 1 } })).toThrow(
    'here: parameters must have names like "Si-C-C", got "Si-Si"',
  );
  expect(() => of({ "Si-Si-Xx": { size: 1 } })).toThrow("Xx");
  expect(() => of({ "Si-Si-C": { size: 1 } })).toThrow(
    "here: there must be parameters for Si-Si-Si, got Si-Si-C",
  );
  const silicon = of({ "Si-Si-Si": { size: 1 } });
  const system = { positions: new Float64Array(6), atomicNumbers: Uint8Array.of(14, 32) };
  expect(() => silicon.require(system)).toThrow(
    "here: there must be parameters for Ge-Ge-Ge, got those of Si",
  );
});
