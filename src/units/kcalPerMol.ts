import { AVOGADRO, EV_IN_JOULE, HARTREE_IN_EV } from "./constants.js";

/**
 * One hartree in kcal/mol, the unit of force fields: 627.5095. A kilocalorie is 4184 J (the thermochemical
 * one), and a mole of molecules has it together.
 */
export const HARTREE_IN_KCAL_PER_MOL: number = (HARTREE_IN_EV * EV_IN_JOULE * AVOGADRO) / 4184;

export function kcalPerMolFromHartree(energy: number): number {
  return energy * HARTREE_IN_KCAL_PER_MOL;
}

export function hartreeFromKcalPerMol(energyKcalPerMol: number): number {
  return energyKcalPerMol / HARTREE_IN_KCAL_PER_MOL;
}
