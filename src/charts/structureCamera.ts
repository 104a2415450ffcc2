/** From where a structure is looked at, in parallel projection. Lengths in angstrom. */
export interface Camera {
  /** What is in the middle of the picture. */
  readonly centre: readonly [number, number, number];
  /** Rotation that turns x, y, z into right, up, towards the eye: a unit quaternion x, y, z, w. */
  readonly turn: Quaternion;
  /** Half the height of the picture. */
  readonly halfHeight: number;
}

type Quaternion = readonly [number, number, number, number];

/** A ball that is to be in the picture: its centre and radius, angstrom. */
export type Ball = readonly [number, number, number, number];

/** Width of the picture by its height. */
export const ASPECT: number = 4 / 3;

/** A small thing is not blown up beyond this. */
const LEAST_HALF_HEIGHT = 1.5;

/**
 * Looks along the axis on which the balls reach least far, with the axis on which they reach farthest to
 * the right: a molecule drawn in a plane is seen face on. What is deep is seen from 25 degrees to the
 * right and 15 degrees above. There are no other choices, so that the same structure always looks the
 * same; all balls are in the picture.
 */
export function cameraFor(balls: readonly Ball[]): Camera {
  const reach = [0, 1, 2].map((axis) => {
    let [low, high] = [Infinity, -Infinity];
    for (const ball of balls) {
      low = Math.min(low, ball[axis]!);
      high = Math.max(high, ball[axis]!);
    }
    return { middle: (low + high) / 2, length: high - low };
  });
  const order = [0, 1, 2].sort((a, b) => reach[b]!.length - reach[a]!.length);
  const facing = FACING[order.map((axis) => "xyz"[axis]).join("")]!;
  const isFlat = reach[order[2]!]!.length < FLAT;
  const turn = isFlat ? facing : product(SIDEWAYS, facing);
  const centre = reach.map(({ middle }) => middle) as unknown as Camera["centre"];
  let halfHeight = LEAST_HALF_HEIGHT;
  for (const [x, y, z, radius] of balls) {
    const [right, up] = turned(turn, [x - centre[0], y - centre[1], z - centre[2]]);
    const needed = Math.max(Math.abs(up) + radius, (Math.abs(right) + radius) / ASPECT);
    halfHeight = Math.max(halfHeight, MARGIN * needed);
  }
  return { centre, turn, halfHeight };
}

const FLAT = 0.1;
const MARGIN = 1.06;

/** Rotations that bring the three named axes to the right, up, and towards or away from the eye. */
const FACING: Record<string, Quaternion> = {
  xyz: [0, 0, 0, 1],
  xzy: [-Math.SQRT1_2, 0, 0, Math.SQRT1_2],
  yxz: [Math.SQRT1_2, Math.SQRT1_2, 0, 0],
  yzx: [-0.5, -0.5, -0.5, 0.5],
  zxy: [0.5, 0.5, 0.5, 0.5],
  zyx: [0, Math.SQRT1_2, 0, Math.SQRT1_2],
};

/** By -25 degrees about "up", then by 15 degrees about "right"; sines and cosines of the half angles. */
const SIDEWAYS: Quaternion = product(
  [0.13052619222005157, 0, 0, 0.9914448613738104],
  [0, -0.21643961393810288, 0, 0.9762960071199334],
);

/** The rotation b, then a. */
function product([a, b, c, d]: Quaternion, [e, f, g, h]: Quaternion): Quaternion {
  return [
    d * e + a * h + b * g - c * f,
    d * f - a * g + b * h + c * e,
    d * g + a * f - b * e + c * h,
    d * h - a * e - b * f - c * g,
  ];
}

/** A vector after a rotation. */
export function turned(
  [a, b, c, w]: Quaternion,
  [x, y, z]: readonly [number, number, number],
): [number, number, number] {
  const [tx, ty, tz] = [2 * (b * z - c * y), 2 * (c * x - a * z), 2 * (a * y - b * x)];
  return [x + w * tx + b * tz - c * ty, y + w * ty + c * tx - a * tz, z + w * tz + a * ty - b * tx];
}
