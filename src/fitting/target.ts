/** What a fit is to make small. Index letters: m residuals, p parameters. */
export interface Target {
  /** m. */
  readonly count: number;
  /** Writes (model − datum)/deviation, shape [m], for parameters in order, shape [p]. NaN: no sense. */
  residualsInto(out: Float64Array, parameters: Float64Array): void;
  /** Writes ∂residualᵢ/∂parameterⱼ to out[i·p + j]. Absent: central differences. */
  readonly jacobianInto?: (out: Float64Array, parameters: Float64Array) => void;
  /** True when the data came with deviations, so that residuals are pure numbers. */
  readonly deviationsKnown: boolean;
  /** What the i-th residual is, for messages. */
  describe(i: number): string;
}
