/** What keeps a run of `simulate` at a temperature. Index letter: d coordinates, three of each atom. */
export interface Thermostat {
  /** Whether it sets the common centre of the atoms in motion: then that has its share of kT, too. */
  readonly movesCentre: boolean;
  /**
   * Changes velocities, bohr per atomic unit of time, shape [d], as the heat bath does in one time step.
   * Depends on its arguments only, so that a run can go on from a checkpoint.
   *
   * @param masses  that of each coordinate, electron masses, shape [d]
   * @returns       the energy that the atoms took up, hartree
   */
  thermalise(
    velocities: Float64Array,
    masses: Float64Array,
    timeStep: number,
    step: number,
  ): number;
}
