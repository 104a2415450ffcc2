// 1000 examples with 3 features and labels 0 and 1, and how the perceptron rows train on them.
export const EPOCHS = 1000;
export const LEARNING_RATE = 0.5;
export const COUNT = 1000;
export const FEATURES = 3;

// Plain formulas, so that Python's rows make the same numbers.
export const inputs = Float64Array.from({ length: COUNT * FEATURES }, (_, i) => 2 * ((i * 0.6180339887498949) % 1) - 1);
export const targets = Float64Array.from({ length: COUNT }, (_, k) => {
  const [a, b, c] = inputs.subarray(FEATURES * k, FEATURES * (k + 1));
  return a - 2 * b + 0.5 * c + 0.3 > 0 ? 1 : 0;
});
