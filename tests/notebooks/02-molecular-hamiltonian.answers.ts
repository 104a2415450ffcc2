import type { Answers } from "../support/exercises.js";

const pairs = (start: string, factor: string): string => `
  function ionRepulsion(charges: number[], positions: number[]): number {
    let sum = 0;
    for (let a = 0; a < charges.length; a++) {
      for (let b = 0; b < charges.length; b++) {
        ${start}
        const distance = Math.hypot(
          positions[3 * a] - positions[3 * b],
          positions[3 * a + 1] - positions[3 * b + 1],
          positions[3 * a + 2] - positions[3 * b + 2],
        );
        sum += (${factor} * charges[a] * charges[b]) / distance;
      }
    }
    return sum;
  }`;

const local = (bends: string, last: string): string => `
  function localKinetic(
    psi: (x: number, y: number, z: number) => number,
    x: number,
    y: number,
    z: number,
  ): number {
    const h = 0.001;
    const middle = psi(x, y, z);
    const bendX = psi(x + h, y, z) - 2 * middle + psi(x - h, y, z);
    const bendY = psi(x, y + h, z) - 2 * middle + psi(x, y - h, z);
    const bendZ = psi(x, y, z + h) - 2 * middle + psi(x, y, z - h);
    return ${last.replace("BENDS", bends)};
  }`;

const room = (body: string): string => `
  function electronsThatFit(bytes: number, p: number): number {
    ${body}
  }`;

export const answers: Answers = {
  "2.1": {
    right: pairs("if (b === a) continue;", "0.5"),
    wrong: [
      { code: pairs("if (b === a) continue;", "1"), says: "which is off by 0.714" },
      { code: pairs("", "0.5"), says: "Infinity" },
      { code: pairs("if (b <= a) continue;", "0.5"), says: "which is off by -0.357" },
    ],
  },
  "2.2": {
    right: local("bendX + bendY + bendZ", "-0.5 * (BENDS) / h ** 2 / middle"),
    wrong: [
      {
        code: local("bendX + bendY + bendZ", "0.5 * (BENDS) / h ** 2 / middle"),
        says: "which is off by -9",
      },
      {
        code: local("bendX", "-0.5 * BENDS / h ** 2 / middle"),
        says: "at 0.2 your function gives",
      },
      {
        code: local("bendX + bendY + bendZ", "-0.5 * (BENDS) / h ** 2"),
        says: "at 0.2 your function gives",
      },
    ],
  },
  "2.3": {
    right: room("return Math.floor(Math.log(bytes / 16) / (3 * Math.log(p)));"),
    wrong: [
      { code: room("return Math.floor(Math.log(bytes / 16) / Math.log(p));"), says: "off by" },
      { code: room("return Math.log(bytes / 16) / (3 * Math.log(p));"), says: "off by 0.5" },
      {
        code: room("return Math.ceil(Math.log(bytes / 16) / (3 * Math.log(p)));"),
        says: "off by 1",
      },
    ],
  },
};
