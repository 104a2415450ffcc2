import { erf } from "../numerics/erf.js";
import { logisticInto } from "./logistic.js";

/** A function g that makes the output of a neuron from its net input z. */
export interface Activation {
  /** Its key in `activations`. */
  readonly name: ActivationName;
  /** g(z). */
  value(z: number): number;
  /** g′(z); at a kink the slope to the left of it. */
  slope(z: number): number;
  /** The smallest closed interval that holds all outputs. */
  readonly range: readonly [number, number];
  /** The largest |g′|. */
  readonly steepest: number;
  /** Writes g and g′ of many net inputs, shapes [n], as hot loops want them. */
  applyInto(values: Float64Array, slopes: Float64Array, z: Float64Array): void;
}

export type ActivationName =
  | "step"
  | "identity"
  | "logistic"
  | "tanh"
  | "relu"
  | "leakyRelu"
  | "softplus"
  | "gelu"
  | "silu";

/** An activation whose many outputs are made one by one. */
const oneByOne = (activation: Omit<Activation, "applyInto">): Activation => ({
  ...activation,
  applyInto: (values, slopes, z) => {
    for (let i = 0; i < z.length; i++) {
      values[i] = activation.value(z[i]!);
      slopes[i] = activation.slope(z[i]!);
    }
  },
});

const logistic = (z: number): number => 1 / (1 + Math.exp(-z));
const logisticSlope = (z: number): number => {
  const decay = Math.exp(-Math.abs(z));
  return decay / (1 + decay) ** 2;
};
/** The normal distribution: its density, and the probability to lie below z. */
const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
const normalBelow = (z: number): number => (1 + erf(z / Math.SQRT2)) / 2;

/**
 * The activation functions of the course:
 *
 *   step       1 for z ≥ 0, otherwise 0; its slope is taken as 0 everywhere, so nothing can descend on it
 *   identity   z
 *   logistic   1 / (1 + e^(−z))
 *   tanh       tanh z
 *   relu       max(z, 0)
 *   leakyRelu  z for z > 0, otherwise z/100
 *   softplus   ln(1 + e^z)
 *   gelu       z Φ(z), with Φ the cumulative normal distribution; least at z = −0.7518
 *   silu       z / (1 + e^(−z)); least at z = −1.2785
 *
 * Sources: W. S. McCulloch and W. Pitts, Bull. Math. Biophys. 5, 115 (1943) (step); V. Nair and
 * G. E. Hinton, ICML 2010 (relu); A. L. Maas et al., ICML 2013 (leakyRelu); C. Dugas et al., NIPS 13
 * (2001) (softplus); D. Hendrycks and K. Gimpel, arXiv:1606.08415 (2016) (gelu, silu).
 */
export const activations: Readonly<Record<ActivationName, Activation>> = {
  step: oneByOne({
    name: "step",
    value: (z) => (z >= 0 ? 1 : 0),
    slope: () => 0,
    range: [0, 1],
    steepest: 0,
  }),
  identity: oneByOne({
    name: "identity",
    value: (z) => z,
    slope: () => 1,
    range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    steepest: 1,
  }),
  logistic: {
    name: "logistic",
    value: logistic,
    slope: logisticSlope,
    range: [0, 1],
    steepest: 1 / 4,
    applyInto: logisticInto,
  },
  tanh: oneByOne({
    name: "tanh",
    value: Math.tanh,
    slope: (z) => 1 / Math.cosh(z) ** 2,
    range: [-1, 1],
    steepest: 1,
  }),
  relu: oneByOne({
    name: "relu",
    value: (z) => (z > 0 ? z : 0),
    slope: (z) => (z > 0 ? 1 : 0),
    range: [0, Number.POSITIVE_INFINITY],
    steepest: 1,
  }),
  leakyRelu: oneByOne({
    name: "leakyRelu",
    value: (z) => (z > 0 ? z : z / 100),
    slope: (z) => (z > 0 ? 1 : 1 / 100),
    range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    steepest: 1,
  }),
  softplus: oneByOne({
    name: "softplus",
    value: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
    slope: logistic,
    range: [0, Number.POSITIVE_INFINITY],
    steepest: 1,
  }),
  gelu: oneByOne({
    name: "gelu",
    value: (z) => z * normalBelow(z),
    slope: (z) => normalBelow(z) + z * normalDensity(z),
    range: [-0.16997120747990369, Number.POSITIVE_INFINITY],
    steepest: 1.128904145,
  }),
  silu: oneByOne({
    name: "silu",
    value: (z) => z * logistic(z),
    slope: (z) => logistic(z) + z * logisticSlope(z),
    range: [-0.27846454276107385, Number.POSITIVE_INFINITY],
    steepest: 1.09983932,
  }),
};

/**
 * The activation of that name.
 *
 * @throws RangeError, begun with `where`, for a name that none has
 */
export function activationNamed(where: string, name: ActivationName): Activation {
  if (!Object.hasOwn(activations, name))
    throw new RangeError(
      `${where}: activation must be one of ${Object.keys(activations).join(", ")}, got ${name}`,
    );
  return activations[name];
}
