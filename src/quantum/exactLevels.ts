import { addStencilInto } from "../numerics/grid.js";
import { lanczosEigenpairs } from "../numerics/lanczos.js";
import { seededRandom } from "../numerics/random.js";
import {
  addRowsInto,
  axesOf,
  type ElectronIonLevels,
  type ElectronIonModel,
  levelsOnGrid,
  potentialOnGrid,
  requireStates,
} from "./electronIon.js";

/**
 * The lowest levels of electron and ion together, straight from the Schrödinger equation on the
 * grid of both coordinates: nothing is separated and nothing left out. The Hamiltonian is a matrix
 * of g·p rows that is never written down; Lanczos's method only multiplies with it. Energies are
 * those of the grid to 10⁻¹¹ hartree.
 *
 * @throws RangeError for a grid whose edge a wave function touches, more states than grid points,
 *         a mass that is not positive, a potential that is not finite on the grid
 */
export function exactLevels(model: ElectronIonModel, states: number): ElectronIonLevels {
  const { ion, electron } = axesOf(model);
  const potential = potentialOnGrid(model);
  const p = electron.points.length;
  requireStates("exactLevels", states, potential.length, "points of both grids");
  const { values, vectors } = lanczosEigenpairs({
    multiply: (out, vector) => {
      for (let i = 0; i < potential.length; i++) out[i] = potential[i]! * vector[i]!;
      addStencilInto(out, ion.kinetic, vector, p);
      addRowsInto(out, electron.kinetic, vector, p);
    },
    size: potential.length,
    states,
    random: seededRandom(1), // the first direction; any will do
  });
  return levelsOnGrid("exactLevels", model, values, vectors);
}
