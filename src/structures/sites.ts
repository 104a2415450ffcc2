import { cellHeights, inverseCell } from "./cell.js";
import type { System } from "./system.js";

type Triple = readonly [x: number, y: number, z: number];

/** Where the first bin begins, and the edges of all inner bins together, bohr. */
interface Box {
  readonly origin: Triple;
  readonly edges: Float64Array;
}

/** Bins along the three axes: those inside the cell, and so many more at either end for images. */
export interface Bins {
  readonly inner: Triple;
  readonly margin: Triple;
}

/**
 * Where neighbours are: at the atoms, put back into the cell, and at those of their images that can be
 * seen from it, sorted into bins about half as wide as one can see.
 * Index letters: n atoms, s sites (first the n atoms, in the order of their bins), b bins, c = 3.
 */
export interface Sites extends Bins {
  /** Which atom each site is, or is an image of, shape [s]. */
  readonly atoms: Int32Array;
  /** The way from the atom's position to the site, bohr, shape [s·c]. */
  readonly shifts: Float64Array;
  /** The first site of each bin and the one after its last, shape [b], x running fastest. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Sorts atoms into bins and adds the images that lie within `reach` of some atom. With `half`, only
 * those images on the far side along the third axis: enough to see each pair from one of its ends.
 */
export function findSites(system: System, reach: number, half: boolean): Sites {
  const { positions, cell } = system;
  const n = positions.length / 3;
  const box: Box = cell ? { origin: [0, 0, 0], edges: cell } : boxAround(positions);
  const { edges } = box;
  const bins = layOutBins(edges, reach, n, cell !== undefined);
  const outer = bins.inner.map((count, d) => count + 2 * bins.margin[d]!);
  const binCount = outer[0]! * outer[1]! * outer[2]!;
  if (binCount > 1e8)
    throw new RangeError(
      `NeighbourList: less than 10⁸ images must be in reach of ${reach} bohr, got ${binCount}`,
    );

  const ends = new Int32Array(binCount); // at first, how many atoms each bin has
  const { binOf, strays } = binAtoms(system, box, bins);
  for (const bin of binOf) ends[bin]!++;

  // Where bins begin: first those with atoms, then those that show one of them in an image of the cell.
  const starts = new Int32Array(ends.length);
  let sites = 0;
  for (let bin = 0; bin < ends.length; bin++) {
    starts[bin] = sites;
    sites += ends[bin]!;
    ends[bin] = sites;
  }
  const images = cell ? imageBins(bins, half) : new Int32Array(0);
  for (let k = 0; k < images.length; k += 5) {
    const [bin, shown] = [images[k]!, images[k + 1]!];
    starts[bin] = sites;
    sites += ends[shown]! - starts[shown]!;
    ends[bin] = sites;
  }

  const atoms = new Int32Array(sites);
  const shifts = new Float64Array(3 * sites);
  const next = starts.slice();
  for (let i = 0; i < n; i++) {
    const site = next[binOf[i]!]!++;
    atoms[site] = i;
    for (let d = 0; d < 3; d++) shifts[3 * site + d] = -along(edges, d, strays, 3 * i);
  }
  for (let k = 0; k < images.length; k += 5) {
    const [bin, shown] = [images[k]!, images[k + 1]!];
    const back = starts[bin]! - starts[shown]!;
    for (let site = starts[bin]!; site < ends[bin]!; site++) atoms[site] = atoms[site - back]!;
    for (let d = 0; d < 3; d++) {
      const shift = along(edges, d, images, k + 2);
      for (let site = starts[bin]!; site < ends[bin]!; site++)
        shifts[3 * site + d] = shifts[3 * (site - back) + d]! + shift;
    }
  }
  return { ...bins, atoms, shifts, starts, ends };
}

/** The bin of each atom, shape [n], and how many cells it has strayed along each edge, shape [n·c]. */
function binAtoms(
  { positions, cell }: System,
  { origin, edges }: Box,
  { inner, margin }: Bins,
): { binOf: Int32Array; strays: Int32Array } {
  const binOf = new Int32Array(positions.length / 3);
  const strays = new Int32Array(positions.length);
  const inverse = inverseCell(edges);
  const [ox, oy, oz] = origin;
  for (let i = 0; i < binOf.length; i++) {
    const x = positions[3 * i]! - ox;
    const y = positions[3 * i + 1]! - oy;
    const z = positions[3 * i + 2]! - oz;
    let bin = 0;
    for (let d = 2; d >= 0; d--) {
      const fraction = x * inverse[d]! + y * inverse[3 + d]! + z * inverse[6 + d]!;
      const stray = cell ? Math.floor(fraction) : 0;
      if (Math.abs(stray) > 1e6)
        throw new RangeError(
          `NeighbourList: atom ${i} must be less than 10⁶ cells away, got (${x} ${y} ${z}) bohr`,
        );
      const count = inner[d]!;
      // Rounding may put an atom at the far end of the cell: it belongs to the last bin.
      const slot = Math.min(Math.floor((fraction - stray) * count), count - 1);
      strays[3 * i + d] = stray;
      bin = bin * (count + 2 * margin[d]!) + margin[d]! + slot;
    }
    binOf[i] = bin;
  }
  return { binOf, strays };
}

/** Component d of as many edges of the cell as the three numbers from `at` on say. */
function along(edges: Float64Array, d: number, counts: Int32Array, at: number): number {
  return (
    counts[at]! * edges[d]! + counts[at + 1]! * edges[3 + d]! + counts[at + 2]! * edges[6 + d]!
  );
}

/** Half as wide as the reach or a bit wider, and not many more of them than atoms. */
function layOutBins(edges: Float64Array, reach: number, n: number, periodic: boolean): Bins {
  const heights = cellHeights(edges);
  const wanted = heights.map((height) => (2 * height) / reach);
  const excess = Math.max(1, Math.cbrt((wanted[0]! * wanted[1]! * wanted[2]!) / (8 * n)));
  const inner = [...wanted].map((count) => Math.max(1, Math.floor(count / excess)));
  const margin = inner.map((count, d) => {
    const steps = Math.ceil((reach * count) / heights[d]! + 1e-9);
    return periodic ? steps : Math.min(steps, count - 1);
  });
  return { inner: inner as unknown as Triple, margin: margin as unknown as Triple };
}

/** For each bin of the margins five numbers: it, the inner bin that it shows, and in which image. */
function imageBins({ inner: [nx, ny, nz], margin: [kx, ky, kz] }: Bins, half: boolean): Int32Array {
  const [mx, my, mz] = [nx + 2 * kx, ny + 2 * ky, nz + 2 * kz];
  const list = new Int32Array(5 * (mx * my * mz - nx * ny * nz));
  let length = 0;
  for (let z = half ? kz : 0; z < mz; z++)
    for (let y = 0; y < my; y++)
      for (let x = 0; x < mx; x++) {
        const ix = Math.floor((x - kx) / nx);
        const iy = Math.floor((y - ky) / ny);
        const iz = Math.floor((z - kz) / nz);
        if (ix === 0 && iy === 0 && iz === 0) continue;
        list[length++] = (z * my + y) * mx + x;
        list[length++] = ((z - iz * nz) * my + y - iy * ny) * mx + x - ix * nx;
        list[length++] = ix;
        list[length++] = iy;
        list[length++] = iz;
      }
  return list.subarray(0, length);
}

/** In open space: a box that holds the atoms with room to spare, so that none is at its end. */
function boxAround(positions: Float64Array): Box {
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [i, x] of positions.entries()) {
    low[i % 3] = Math.min(low[i % 3]!, x);
    high[i % 3] = Math.max(high[i % 3]!, x);
  }
  const edges = new Float64Array(9);
  for (let d = 0; d < 3; d++) edges[4 * d] = high[d]! - low[d]! + 1;
  return { origin: low.map((x) => x - 0.5) as unknown as Triple, edges };
}
