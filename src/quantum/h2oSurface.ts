import { cubicSpline } from "../numerics/cubicSpline.js";
import { readDataTable } from "../structures/dataTable.js";

/**
 * Two cuts through the Born-Oppenheimer surface of water, CCSD(T)/cc-pVTZ, in hartree. Between the
 * computed points cubic splines along both coordinates, off by less than 2·10⁻⁵ hartree for `bend`
 * and 10⁻⁴ for `stretch`.
 */
export interface H2oSurface {
  /**
   * Both bonds alike, 0.72 to 1.36 angstrom, and the angle between them, 60 to 300 degrees: beyond
   * the straight molecule, 180, it is bent the other way.
   *
   * @throws RangeError outside
   */
  bend(bondAngstrom: number, angleDegree: number): number;
  /**
   * Two bonds, 0.7 to 1.8 angstrom each, at the angle 104.52 degrees.
   *
   * @throws RangeError outside
   */
  stretch(firstAngstrom: number, secondAngstrom: number): number;
  /**
   * Lowest energy of all, hartree, found without splines: at 0.95943 angstrom and 103.583 degrees.
   */
  readonly minimum: number;
}

/**
 * The surfaces of `data/h2o`, computed with PySCF; that folder's README says how, and how good they
 * are.
 */
export function loadH2oSurface(): H2oSurface {
  const bent = readDataTable("h2o/h2o_bend_ccsdt_ccpvtz.csv");
  const stretched = readDataTable("h2o/h2o_stretch_ccsdt_ccpvtz.csv");
  const mirrored = {
    x: [...bent.r_angstrom!, ...bent.r_angstrom!],
    y: [...bent.angle_degree!, ...bent.angle_degree!.map((angle) => 360 - angle)],
    z: [...bent.E_CCSDT!, ...bent.E_CCSDT!],
  };
  const exchanged = {
    x: [...stretched.r1_angstrom!, ...stretched.r2_angstrom!],
    y: [...stretched.r2_angstrom!, ...stretched.r1_angstrom!],
    z: [...stretched.E_CCSDT!, ...stretched.E_CCSDT!],
  };
  return {
    bend: bicubic(mirrored, ["loadH2oSurface: bondAngstrom", "loadH2oSurface: angleDegree"]),
    stretch: bicubic(exchanged, [
      "loadH2oSurface: firstAngstrom",
      "loadH2oSurface: secondAngstrom",
    ]),
    minimum: -76.33221652,
  };
}

/** A spline along x for each y of a rectangular grid, and one along y through their values. */
function bicubic(
  { x, y, z }: Readonly<Record<"x" | "y" | "z", readonly number[]>>,
  names: readonly [string, string],
): (x: number, y: number) => number {
  const [xs, ys] = [x, y].map((values) => [...new Set(values)].sort((a, b) => a - b));
  const table = new Map(z.map((energy, k) => [`${x[k]} ${y[k]}`, energy]));
  const rows = ys!.map((yj) =>
    cubicSpline(
      xs!,
      xs!.map((xi) => table.get(`${xi} ${yj}`)!),
    ),
  );
  return (atX, atY) => {
    requireWithin(names[0], atX, xs!);
    requireWithin(names[1], atY, ys!);
    return cubicSpline(
      ys!,
      rows.map((row) => row.value(atX)),
    ).value(atY);
  };
}

function requireWithin(name: string, value: number, knots: readonly number[]): void {
  const [from, to] = [knots[0]!, knots.at(-1)!];
  if (!(value >= from && value <= to))
    throw new RangeError(
      `${name} must be from ${from} to ${to}, where there are data, got ${value}`,
    );
}
