import { expect, test } from "vitest";
import { activations } from "../../src/learning/activations.js";
import { deltaSweep } from "../../src/learning/deltaSweep.js";
import { lossLandscape } from "../../src/learning/lossLandscape.js";
import { seededRandom } from "../../src/numerics/random.js";
import { expectClose } from "../support/closeTo.js";

test.each([1, 2, 3, 4, 7, 8])("%i features: the loss and -N times its gradient", (features) => {
  const random = seededRandom(features);
  const draw = (length: number) => Float64Array.from({ length }, () => 2 * random() - 1);
  const inputs = draw(13 * features);
  const targets = draw(13);
  const weights = draw(1 + features);
  const sweep = deltaSweep({ inputs, targets, features }, activations.tanh);
  const landscape = lossLandscape({ inputs, targets, activation: "tanh" });
  for (const w of [weights, weights.map((x) => -x)]) {
    const { loss, sums } = sweep(w);
    expect(loss).toBeCloseTo(landscape.value(w), 14);
    expectClose(
      sums,
      landscape.gradient(w).map((slope) => -13 * slope),
      1e-13,
    );
  }
});
