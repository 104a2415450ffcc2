import type { WrongAnswers } from "./checkHomework.js";

/** Answers that a student might give, with the tests that each must fail, by the cell they stand in. */
export const wrong: WrongAnswers = {
  coulomb: [
    // The distance was not converted.
    {
      code: "function coulombEv(q1: number, q2: number, d: number) { return evFromHartree((q1 * q2) / d); }",
      fails: [
        "two ions of table salt, 2.36 Å apart: −6.10 eV",
        "charges of any size and sign at any distance",
      ],
    },
    // The wrong way from hartree to eV.
    {
      code: "function coulombEv(q1: number, q2: number, d: number) { return hartreeFromEv((q1 * q2) / bohrFromAngstrom(d)); }",
      fails: [
        "two ions of table salt, 2.36 Å apart: −6.10 eV",
        "charges of any size and sign at any distance",
      ],
    },
    // Attraction only: right for opposite charges.
    {
      code: "function coulombEv(q1: number, q2: number, d: number) { return -Math.abs(evFromHartree((q1 * q2) / bohrFromAngstrom(d))); }",
      fails: ["charges of any size and sign at any distance"],
    },
  ],
  repulsion: [
    // Each pair twice.
    {
      code: `function nuclearRepulsion(charges: readonly number[], positions: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < charges.length; i++)
    for (let j = 0; j < charges.length; j++) {
      if (i === j) continue;
      const [x, y, z] = [0, 1, 2].map((c) => positions[3 * i + c] - positions[3 * j + c]);
      sum += (charges[i] * charges[j]) / Math.hypot(x, y, z);
    }
  return sum;
}`,
      fails: [
        "two protons 1.4 bohr apart: 1/1.4 hartree",
        "water",
        "any number of nuclei anywhere",
      ],
    },
    // Protons only.
    {
      code: `function nuclearRepulsion(charges: readonly number[], positions: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < charges.length; i++)
    for (let j = 0; j < i; j++) {
      const [x, y, z] = [0, 1, 2].map((c) => positions[3 * i + c] - positions[3 * j + c]);
      sum += 1 / Math.hypot(x, y, z);
    }
  return sum;
}`,
      fails: ["water", "any number of nuclei anywhere"],
    },
    // The square of the distance.
    {
      code: `function nuclearRepulsion(charges: readonly number[], positions: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < charges.length; i++)
    for (let j = 0; j < i; j++) {
      const [x, y, z] = [0, 1, 2].map((c) => positions[3 * i + c] - positions[3 * j + c]);
      sum += (charges[i] * charges[j]) / (x * x + y * y + z * z);
    }
  return sum;
}`,
      fails: [
        "two protons 1.4 bohr apart: 1/1.4 hartree",
        "water",
        "any number of nuclei anywhere",
      ],
    },
  ],
  terms: [
    // Attraction with the sign of a repulsion; electrons each pair twice; protons only.
    {
      code: terms("ei += charges[i] / r;", "l < n", "1 / r"),
      fails: [
        "a hydrogen atom with its electron 2 bohr away: V_ei is −1/2",
        "electrons with nuclei",
        "electrons with electrons",
        "nuclei with nuclei",
      ],
    },
    // The charge forgotten; half of the electrons' pairs; each pair of nuclei twice.
    {
      code: terms("ei -= 1 / r;", "l < k - 1", "2 * charges[i] * charges[j] / r"),
      fails: ["electrons with nuclei", "electrons with electrons", "nuclei with nuclei"],
    },
    // A half too much everywhere.
    {
      code: terms("ei -= charges[i] / r / 2;", "l < k / 2", "charges[i] * charges[j] / r / 2"),
      fails: [
        "a hydrogen atom with its electron 2 bohr away: V_ei is −1/2",
        "electrons with nuclei",
        "electrons with electrons",
        "nuclei with nuclei",
      ],
    },
  ],
  scales: [
    // Without 2π; the slowest vibration decides.
    {
      code: scales(
        "1 / hartreeFromInverseCm(w)",
        "fsFromAtomicTime",
        "Math.min(...ws)",
        "3600 * hours",
        "1000",
      ),
      fails: [
        "H₂, 4401.21 cm⁻¹, swings once in 7.58 fs",
        "slow and fast vibrations",
        "picoseconds for hours of computing",
      ],
    },
    // The wrong way between the units of time; hours taken for seconds.
    {
      code: scales(
        "2 * Math.PI / hartreeFromInverseCm(w)",
        "atomicTimeFromFs",
        "Math.max(...ws)",
        "hours",
        "1000",
      ),
      fails: [
        "H₂, 4401.21 cm⁻¹, swings once in 7.58 fs",
        "slow and fast vibrations",
        "picoseconds for hours of computing",
      ],
    },
    // In atomic units of time; femtoseconds for picoseconds.
    {
      code: scales(
        "2 * Math.PI / hartreeFromInverseCm(w)",
        "",
        "Math.max(...ws)",
        "3600 * hours",
        "1",
      ),
      fails: [
        "H₂, 4401.21 cm⁻¹, swings once in 7.58 fs",
        "slow and fast vibrations",
        "picoseconds for hours of computing",
      ],
    },
  ],
};

function terms(attraction: string, others: string, repulsion: string): string {
  return `function potentialTerms(charges: readonly number[], nuclei: Float64Array, electrons: Float64Array) {
  const far = (a: Float64Array, i: number, b: Float64Array, j: number) =>
    Math.hypot(a[3 * i] - b[3 * j], a[3 * i + 1] - b[3 * j + 1], a[3 * i + 2] - b[3 * j + 2]);
  const n = electrons.length / 3;
  let [ii, ei, ee] = [0, 0, 0];
  for (let i = 0; i < charges.length; i++)
    for (let k = 0; k < n; k++) { const r = far(nuclei, i, electrons, k); ${attraction} }
  for (let k = 0; k < n; k++)
    for (let l = 0; ${others}; l++) if (l !== k) ee += 1 / far(electrons, k, electrons, l);
  for (let i = 0; i < charges.length; i++)
    for (let j = 0; j < i; j++) { const r = far(nuclei, i, nuclei, j); ii += ${repulsion}; }
  return { ii, ei, ee };
}`;
}

function scales(
  period: string,
  toFs: string,
  decisive: string,
  seconds: string,
  perPs: string,
): string {
  return `function periodFs(w: number): number { return ${toFs}(${period}); }
function simulatedPs(ws: readonly number[], secondsPerStep: number, hours: number): number {
  return Math.floor((${seconds}) / secondsPerStep) * periodFs(${decisive}) / 20 / ${perPs};
}`;
}
