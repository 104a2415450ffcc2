import { Earliest } from "./earliest.js";

/** Balls in motion. Index letters: n balls, c = 3 axes, m cells along an edge. */
export interface HardSphereEvents {
  /** Lets a time pass; how many collisions there were, and Σ d Δp, hartree·atomic time. */
  advance(duration: number): { collisions: number; virial: number };
  /** Now, not put back into the cube, bohr, shape [n·c]. */
  positions(): Float64Array;
  velocities(): Float64Array;
}

/**
 * The events of hard balls in a repeating cube, one after the other. An event of a ball is a collision, or
 * that it goes over into the next of the m³ cells into which the cube is divided: cells are a diameter wide
 * or more, so a ball can only touch those in its own and the 26 around it. Of each ball the earliest event
 * is known. Each ball lies where it was at its own last event, and is moved on only when it has to be.
 *
 * After a collision the events of two balls are new. Those that others expected with them are found out of
 * date when their turn comes: the other has collided since, so its count is another.
 *
 * @throws RangeError for balls that overlap by more than rounding
 */
export function hardSphereEvents(
  positions: Float64Array,
  startVelocities: ArrayLike<number>,
  masses: Float64Array,
  diameter: number,
  edge: number,
): HardSphereEvents {
  const n = masses.length;
  const m = Math.max(3, Math.min(Math.floor(edge / diameter), Math.ceil(Math.cbrt(n))));
  const width = edge / m;
  const square = diameter * diameter;
  const v = Float64Array.from(startVelocities);
  /** In the cube, at the ball's own time. */
  const x = positions.map((at) => at - edge * Math.floor(at / edge));
  /** How many cubes the ball is away. */
  const cubes = Int32Array.from(positions, (at) => Math.floor(at / edge));
  const ownTime = new Float64Array(n);
  const cell = Int32Array.from(x, (at) => Math.min(m - 1, Math.floor(at / width)));
  /** Balls by cells: the first of each cell, and after each ball the next; −1: none. */
  const firstIn = new Int32Array(m ** 3).fill(-1);
  const nextOf = new Int32Array(n).fill(-1);
  const count = new Int32Array(n);
  /** The other ball, or CROSSING − face: 0 to 2 for x, y, z downwards, 3 to 5 upwards. */
  const partner = new Int32Array(n);
  const partnerCount = new Int32Array(n);
  const events = new Earliest(n);
  let now = 0;

  for (let i = 0; i < n; i++) enter(i);
  for (let i = 0; i < n; i++) requireApart(i);
  for (let i = 0; i < n; i++) predict(i);

  return {
    advance(duration) {
      let collisions = 0;
      let virial = 0;
      for (let i = events.first; events.times[i]! <= duration; i = events.first) {
        now = events.times[i]!;
        const j = partner[i]!;
        if (j < 0) {
          move(i);
          cross(i, CROSSING - j);
        } else if (count[j] === partnerCount[i]) {
          move(i);
          move(j);
          virial += diameter * collide(i, j);
          collisions++;
          predict(j);
        } else move(i);
        predict(i);
      }
      for (let i = 0; i < n; i++) ownTime[i]! -= duration;
      events.shift(duration); // times stay small, and so does their rounding
      now = 0;
      return { collisions, virial };
    },
    positions: () => x.map((at, k) => at - v[k]! * ownTime[Math.floor(k / 3)]! + edge * cubes[k]!),
    velocities: () => v.slice(),
  };

  /** To where the ball is now. */
  function move(i: number): void {
    const time = now - ownTime[i]!;
    for (let k = 3 * i; k < 3 * i + 3; k++) x[k]! += v[k]! * time;
    ownTime[i] = now;
  }

  function cellOf(i: number): number {
    return (cell[3 * i]! * m + cell[3 * i + 1]!) * m + cell[3 * i + 2]!;
  }

  function enter(i: number): void {
    const at = cellOf(i);
    nextOf[i] = firstIn[at]!;
    firstIn[at] = i;
  }

  function leave(i: number): void {
    const at = cellOf(i);
    if (firstIn[at] === i) firstIn[at] = nextOf[i]!;
    else {
      let before = firstIn[at]!;
      while (nextOf[before] !== i) before = nextOf[before]!;
      nextOf[before] = nextOf[i]!;
    }
  }

  function cross(i: number, face: number): void {
    const k = 3 * i + (face % 3);
    const step = face < 3 ? -1 : 1;
    leave(i);
    const to = cell[k]! + step;
    const around = to < 0 ? -1 : to === m ? 1 : 0;
    cell[k] = to - around * m;
    cubes[k]! += around;
    x[k]! -= around * edge;
    enter(i);
  }

  /** Exchanges momentum along the line between two balls that touch; returns how much. */
  function collide(i: number, j: number): number {
    const r = [0, 0, 0];
    for (let d = 0; d < 3; d++) {
      const apart = x[3 * j + d]! - x[3 * i + d]!;
      r[d] = apart - edge * Math.round(apart / edge);
    }
    const distance = Math.hypot(r[0]!, r[1]!, r[2]!);
    let approach = 0;
    for (let d = 0; d < 3; d++) approach -= (r[d]! * (v[3 * j + d]! - v[3 * i + d]!)) / distance;
    const momentum = (2 * approach * masses[i]! * masses[j]!) / (masses[i]! + masses[j]!);
    for (let d = 0; d < 3; d++) {
      const along = (momentum * r[d]!) / distance;
      v[3 * i + d]! -= along / masses[i]!;
      v[3 * j + d]! += along / masses[j]!;
    }
    count[i]!++;
    count[j]!++;
    return momentum;
  }

  /** The earliest event of a ball that is where it is now. */
  function predict(i: number): void {
    let earliest = Number.POSITIVE_INFINITY;
    partner[i] = CROSSING;
    for (let d = 0; d < 3; d++) {
      const speed = v[3 * i + d]!;
      if (speed === 0) continue;
      const up = speed > 0 ? 1 : 0;
      const time = Math.max(0, ((cell[3 * i + d]! + up) * width - x[3 * i + d]!) / speed);
      if (time >= earliest) continue;
      earliest = time;
      partner[i] = CROSSING - (d + 3 * up);
    }
    forNearby(i, (j, shiftX, shiftY, shiftZ) => {
      const time = now - ownTime[j]!;
      const ux = v[3 * j]! - v[3 * i]!;
      const uy = v[3 * j + 1]! - v[3 * i + 1]!;
      const uz = v[3 * j + 2]! - v[3 * i + 2]!;
      const rx = x[3 * j]! + v[3 * j]! * time + shiftX - x[3 * i]!;
      const ry = x[3 * j + 1]! + v[3 * j + 1]! * time + shiftY - x[3 * i + 1]!;
      const rz = x[3 * j + 2]! + v[3 * j + 2]! * time + shiftZ - x[3 * i + 2]!;
      const b = rx * ux + ry * uy + rz * uz;
      if (b >= 0) return;
      const gap = rx * rx + ry * ry + rz * rz - square;
      const root = b * b - (ux * ux + uy * uy + uz * uz) * gap;
      if (root < 0) return;
      // The smaller root of u²t² + 2bt + gap = 0, in the form that does not subtract equal numbers.
      const touch = Math.max(0, gap / (Math.sqrt(root) - b));
      if (touch >= earliest) return;
      earliest = touch;
      partner[i] = j;
      partnerCount[i] = count[j]!;
    });
    events.set(i, now + earliest);
  }

  /** Calls for every other ball in this cell and the 26 around it, with the way to its image there. */
  function forNearby(
    i: number,
    visit: (j: number, shiftX: number, shiftY: number, shiftZ: number) => void,
  ): void {
    for (let a = cell[3 * i]! - 1; a <= cell[3 * i]! + 1; a++) {
      const shiftX = a < 0 ? -edge : a === m ? edge : 0;
      const row = (a < 0 ? a + m : a === m ? 0 : a) * m;
      for (let b = cell[3 * i + 1]! - 1; b <= cell[3 * i + 1]! + 1; b++) {
        const shiftY = b < 0 ? -edge : b === m ? edge : 0;
        const column = (row + (b < 0 ? b + m : b === m ? 0 : b)) * m;
        for (let c = cell[3 * i + 2]! - 1; c <= cell[3 * i + 2]! + 1; c++) {
          const shiftZ = c < 0 ? -edge : c === m ? edge : 0;
          for (let j = firstIn[column + (c < 0 ? c + m : c === m ? 0 : c)]!; j >= 0; j = nextOf[j]!)
            if (j !== i) visit(j, shiftX, shiftY, shiftZ);
        }
      }
    }
  }

  function requireApart(i: number): void {
    forNearby(i, (j, shiftX, shiftY, shiftZ) => {
      const distance = Math.hypot(
        x[3 * j]! + shiftX - x[3 * i]!,
        x[3 * j + 1]! + shiftY - x[3 * i + 1]!,
        x[3 * j + 2]! + shiftZ - x[3 * i + 2]!,
      );
      if (distance < diameter * (1 - 1e-12))
        throw new RangeError(
          `hardSphereDynamics: balls must be ${diameter} bohr apart or more, ` +
            `got ${distance} between ${i} and ${j}`,
        );
    });
  }
}

const CROSSING = -1;
