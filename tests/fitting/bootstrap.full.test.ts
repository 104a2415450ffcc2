import { expect, test } from "vitest";
import { bootstrap } from "../../src/fitting/bootstrap.js";
import { morseForm } from "../../src/fitting/pairForms.js";
import { normal, seededRandom } from "../../src/numerics/random.js";

test("95 % intervals hold the truth in 92 to 97 of 100 cases", { timeout: 600_000 }, () => {
  const truth = { wellDepth: 0.17, bondLength: 1.4, stiffness: 1.03 };
  const names = ["wellDepth", "bondLength", "stiffness"] as const;
  const places = Array.from({ length: 100 }, (_, i) => 0.9 + i / 20);
  const curve = morseForm.term(truth);
  const gauss = normal(seededRandom(1));
  const random = seededRandom(2);
  const worlds = 600;
  const covered = { wellDepth: 0, bondLength: 0, stiffness: 0 };
  for (let n = 0; n < worlds; n++) {
    const energies = places.map((r) => curve.energy(r) + 2e-3 * gauss());
    const { interval, failed } = bootstrap(
      { form: morseForm, start: truth, data: { places, energies } },
      { samples: 400, random },
    );
    expect(failed).toBe(0);
    for (const name of names) {
      const [low, high] = interval(name);
      if (low <= truth[name] && truth[name] <= high) covered[name]++;
    }
  }
  console.log(names.map((name) => `${name} ${(100 * covered[name]) / worlds} %`).join(", "));
  for (const name of names) {
    expect(covered[name] / worlds).toBeGreaterThanOrEqual(0.92);
    expect(covered[name] / worlds).toBeLessThanOrEqual(0.97);
  }
});
