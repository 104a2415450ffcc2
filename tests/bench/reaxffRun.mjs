// A molecule of data/reaxff in motion from rest under ReaxFF, with LAMMPS's constants and masses.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { simulate } from "mlip/dynamics/simulate";
import { reaxff } from "mlip/potentials/reaxff";
import { readReaxForceField } from "mlip/potentials/readReaxForceField";
import { dataFile } from "mlip/structures/dataTable";
import { atomicNumberOf } from "mlip/structures/elements";
import { supercell } from "mlip/structures/supercell";
import { atomicTimeFromFs, bohrFromAngstrom, electronMassFromU } from "mlip/units/convert";
import { kcalPerMolFromHartree } from "mlip/units/kcalPerMol";

const MASSES = { C: 12, H: 1.008, O: 15.999 };

/** A row: in each round the same steps, `copies`³ cells of the molecule if it is in one. */
export async function serve({ name, copies, steps, timeStepFs, title }) {
  const document = JSON.parse(readFileSync(dataFile("reaxff/reaxff_reference.json"), "utf8"));
  const { symbols, positions, cell } = document.refs.find((reference) => reference.name === name);
  const one = {
    positions: Float64Array.from(positions.flat(), bohrFromAngstrom),
    atomicNumbers: Uint8Array.from(symbols, atomicNumberOf),
    masses: Float64Array.from(symbols, (symbol) => electronMassFromU(MASSES[symbol])),
    ...(cell && { cell: Float64Array.from(cell.flat(), bohrFromAngstrom) }),
  };
  const system = cell ? supercell(one, [copies, copies, copies]) : one;
  const text = readFileSync(dataFile("reaxff/ffield.reax.cho"), "utf8");
  const motion = {
    system,
    potential: reaxff(readReaxForceField(text), { convention: "lammps" }),
    velocities: new Float64Array(system.positions.length),
    skin: bohrFromAngstrom(1),
    timeStep: atomicTimeFromFs(timeStepFs),
    steps,
    every: steps,
  };
  const run = () => {
    const [, end] = simulate(motion);
    return [end.energy, end.totalEnergy].map(kcalPerMolFromHartree);
  };
  console.log(
    JSON.stringify({ title: `${system.atomicNumbers.length} atoms, ${title}`, tolerance: 1e-6 }),
  );
  let [rounds, warm] = [0, 0];
  for await (const line of createInterface({ input: process.stdin })) {
    if (line !== "run") continue;
    for (; rounds === 0 && warm < 5; warm++) run(); // Node compiles hot loops once they are hot
    const before = process.cpuUsage();
    const result = run();
    const { user, system: kernel } = process.cpuUsage(before);
    const cpuMs = (user + kernel) / 1000;
    console.log(JSON.stringify({ cpuMs, result }));
    if (rounds++ === 0) console.error(`  ${(cpuMs / steps).toFixed(2)} ms of CPU time per step`);
  }
}
