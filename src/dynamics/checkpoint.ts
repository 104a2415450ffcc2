import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";

/** All that a run of `simulate` needs to go on as if it had not stopped. Index letter: d coordinates. */
export interface Checkpoint {
  /** Steps made so far. */
  readonly step: number;
  /** What the thermostat gave to the atoms so far, hartree. */
  readonly heat: number;
  /** bohr, shape [d]. */
  readonly positions: Float64Array;
  /** bohr per atomic unit of time, shape [d]. */
  readonly velocities: Float64Array;
  /** hartree/bohr, shape [d]. */
  readonly forces: Float64Array;
  /** Where the atoms were when the list of neighbours was made, bohr, shape [d]; [0] without a list. */
  readonly listedAt: Float64Array;
}

/**
 * Writes a checkpoint to a file, all of it or nothing: first beside the old one, which it replaces only
 * when it is on the disk. JSON, with the bits of the numbers in base64.
 */
export function saveCheckpoint(path: string, checkpoint: Checkpoint): void {
  const { step, heat, positions, velocities, forces, listedAt } = checkpoint;
  const text = JSON.stringify({
    format: FORMAT,
    step,
    heat,
    positions: encoded(positions),
    velocities: encoded(velocities),
    forces: encoded(forces),
    listedAt: encoded(listedAt),
  });
  const partial = `${path}.partial`;
  const file = openSync(partial, "w");
  try {
    writeSync(file, `${text}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(partial, path);
}

/**
 * Reads what `saveCheckpoint` wrote, bit for bit.
 *
 * @throws RangeError for a file that is something else
 */
export function loadCheckpoint(path: string): Checkpoint {
  let found: Record<string, unknown> | undefined;
  try {
    found = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const { format, step, heat, positions, velocities, forces, listedAt } = found ?? {};
  if (format !== FORMAT)
    throw new RangeError(
      `loadCheckpoint: ${path} must be a file of saveCheckpoint, got another format`,
    );
  return {
    step: step as number,
    heat: heat as number,
    positions: decoded(positions as string),
    velocities: decoded(velocities as string),
    forces: decoded(forces as string),
    listedAt: decoded(listedAt as string),
  };
}

const FORMAT = "mlip checkpoint 1";

/** Little-endian, as all machines are that Node runs on today. */
function encoded(array: Float64Array): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64");
}

function decoded(text: string): Float64Array {
  const bytes = Buffer.from(text, "base64");
  return new Float64Array(Uint8Array.from(bytes).buffer);
}
