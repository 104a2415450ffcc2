/**
 * The one wording for a number that has to be positive; factories call it where a person types.
 *
 * @throws RangeError `<name> must be a positive number of <unit>, got <value>`
 */
export function requirePositive(name: string, value: number, unit: string): void {
  if (!(value > 0 && Number.isFinite(value)))
    throw new RangeError(`${name} must be a positive number of ${unit}, got ${value}`);
}
