/**
 * A ReaxFF force field: numbers with the names that the papers give them, p_boc1 as pBoc1, in hartree and
 * bohr; what has neither is dimensionless. Types count from 0, in the order of the file.
 */
export interface ReaxForceField {
  /** Symbols of the elements, by type. */
  readonly symbols: readonly string[];
  readonly general: ReaxGeneral;
  /** By type. */
  readonly elements: readonly ReaxElement[];
  /** By pair of types, i · types + j, both ways round. */
  readonly pairs: readonly ReaxPair[];
  /** By triple of types, (i · types + j) · types + k with j in the middle; none: no such angle. */
  readonly angles: readonly (readonly ReaxAngle[])[];
  /** By quadruple of types; undefined: no such torsion. */
  readonly torsions: readonly (ReaxTorsion | undefined)[];
  /** By triple of types, donor, hydrogen, acceptor; undefined: no such hydrogen bond. */
  readonly hydrogenBonds: readonly (ReaxHydrogenBond | undefined)[];
}

/** The numbers that are the same for all elements. */
export interface ReaxGeneral {
  /** Bond orders below this do not count. */
  readonly orderCutoff: number;
  /** Where van der Waals and Coulomb forces have been tapered off, bohr. */
  readonly taperRadius: number;
  /** Correction of bond orders for over-coordination. */
  readonly pBoc1: number;
  readonly pBoc2: number;
  /** Stabilisation of triple bonds; pTrip1 in hartree. */
  readonly pTrip1: number;
  readonly pTrip2: number;
  readonly pTrip3: number;
  readonly pTrip4: number;
  /** Correction for C₂, hartree. */
  readonly kC2: number;
  /** Lone pairs. */
  readonly pLp1: number;
  /** Over- and under-coordination. */
  readonly pOvun3: number;
  readonly pOvun4: number;
  readonly pOvun6: number;
  readonly pOvun7: number;
  readonly pOvun8: number;
  /** Angles. */
  readonly pVal6: number;
  readonly pVal8: number;
  readonly pVal9: number;
  readonly pVal10: number;
  readonly pPen2: number;
  readonly pPen3: number;
  readonly pPen4: number;
  readonly pCoa2: number;
  readonly pCoa3: number;
  readonly pCoa4: number;
  /** Torsions. */
  readonly pTor2: number;
  readonly pTor3: number;
  readonly pTor4: number;
  readonly pCot2: number;
  /** Shielding of van der Waals forces. */
  readonly pVdw1: number;
}

export interface ReaxElement {
  /** Electrons it gives to bonds: what the bond orders of an atom should add up to. */
  readonly valence: number;
  /** All its outer electrons. */
  readonly outerElectrons: number;
  /** The valence that angles and the correction of bond orders reckon with. */
  readonly angleValence: number;
  /** In u, as the file has it: only to tell elements of the first rows from heavier ones. */
  readonly massU: number;
  /** Has an inner wall of van der Waals forces, which is not built here. */
  readonly innerWall: boolean;
  readonly pOvun2: number;
  /** Hartree. */
  readonly pOvun5: number;
  /** Hartree. */
  readonly pLp2: number;
  readonly pVal3: number;
  readonly pVal5: number;
  /** In hydrogen bonds: 1 the hydrogen, 2 donor or acceptor, 0 neither. */
  readonly hydrogenBondRole: number;
  /** χ, hartree/e. */
  readonly electronegativity: number;
  /** J, hartree/e²: a charge costs χ q + ½ J q². */
  readonly hardness: number;
}

/** exp(p (r/r₀)^q), the order of one kind of bond before any correction; r₀ in bohr. */
export interface ReaxOrder {
  readonly r0: number;
  readonly p: number;
  readonly q: number;
}

export interface ReaxPair {
  readonly sigma: ReaxOrder | undefined;
  readonly pi: ReaxOrder | undefined;
  readonly doublePi: ReaxOrder | undefined;
  /** Beyond this distance the order is below the cutoff: no bond, bohr. */
  readonly reach: number;
  /** Depths of the bonds, hartree. */
  readonly dSigma: number;
  readonly dPi: number;
  readonly dDoublePi: number;
  readonly pBe1: number;
  readonly pBe2: number;
  readonly pOvun1: number;
  /** Which of the two corrections the bond order gets. */
  readonly correctOverCoordination: boolean;
  readonly correct13: boolean;
  readonly pBoc3: number;
  readonly pBoc4: number;
  readonly pBoc5: number;
  /** Van der Waals: depth in hartree, twice the radius in bohr, γ_w^(−pVdw1) in bohr^pVdw1. */
  readonly depth: number;
  readonly alpha: number;
  readonly diameter: number;
  readonly shieldVdw: number;
  /** γ^(−3), bohr³: charges nearer than 1/γ feel each other less. */
  readonly shieldCoulomb: number;
  /** Carbon and oxygen, whose triple bond gets an energy of its own. */
  readonly tripleBond: boolean;
  /** Two carbons, which have the correction for C₂. */
  readonly carbons: boolean;
}

export interface ReaxAngle {
  /** Degrees, from straight. */
  readonly theta00: number;
  /** Hartree. */
  readonly pVal1: number;
  readonly pVal2: number;
  readonly pVal4: number;
  readonly pVal7: number;
  /** Hartree. */
  readonly pPen1: number;
  /** Hartree. */
  readonly pCoa1: number;
}

/** Energies in hartree. */
export interface ReaxTorsion {
  readonly v1: number;
  readonly v2: number;
  readonly v3: number;
  readonly pTor1: number;
  readonly pCot1: number;
}

export interface ReaxHydrogenBond {
  /** Bohr. */
  readonly r0: number;
  /** Hartree. */
  readonly pHb1: number;
  readonly pHb2: number;
  readonly pHb3: number;
}
