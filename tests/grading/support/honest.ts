import { seededRandom } from "../../../src/numerics/random.js";
import { type NotebookData, RIGHT, submission } from "./assignment.js";

/** Code that a student might write, and the points it deserves by the assignment's tests. */
interface Variant {
  readonly code: string;
  readonly points: number;
}

const MEAN: readonly Variant[] = [
  { code: RIGHT.mean, points: 3 },
  {
    code: "const mean = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0) / values.length;",
    points: 3,
  },
  {
    code: `let mean = function (list: any) {
  // written by someone who likes for ... of
  let total = 0;
  for (const one of list) total = total + one;
  return total / list.length;
};
console.warn("a warning costs nothing");`,
    points: 3,
  },
  {
    code: `class Statistics {
  private constructor(readonly values: ArrayLike<number>) {}
  static of(values: ArrayLike<number>): Statistics { return new Statistics(values); }
  get mean(): number { return Array.prototype.reduce.call(this.values, (a: any, b: any) => a + b, 0) as any / this.values.length; }
}
function mean(values: ArrayLike<number>): number { return Statistics.of(values).mean; }
mean([1, 2])`,
    points: 3,
  },
  {
    code: `await new Promise((resolve) => setTimeout(resolve, 2));
const { length: unused } = "abc";
function mean(values: ArrayLike<number>, from = 0, sum = 0): number {
  return from === values.length ? sum / values.length : mean(values, from + 1, sum + values[from]);
}
console.error("an error message costs nothing, either");`,
    points: 3,
  },
  // Only lists: a typed array's map gives numbers, but this checks for a list.
  {
    code: `function mean(values: number[]): number {
  if (!Array.isArray(values)) throw new TypeError("a list, please");
  return values.reduce((a, b) => a + b) / values.length;
}`,
    points: 1,
  },
  // The middle of smallest and largest: right for 1, 2, 3.
  {
    code: "function mean(values: ArrayLike<number>) { return (Math.min(...Array.from(values)) + Math.max(...Array.from(values))) / 2; }",
    points: 1,
  },
  {
    code: "function mean(values: number[]) { let sum = 0; for (const x of values) sum += x; }",
    points: 0,
  },
  {
    code: "function mean(values: number[]): number { return sum(values) / values.length; }",
    points: 0,
  },
  { code: 'throw new Error("not answered yet");', points: 0 },
  { code: "", points: 0 },
  { code: "function mean(values: number[]): number { return values.length / 0; }", points: 0 },
];

const SPREAD: readonly Variant[] = [
  { code: RIGHT.spread, points: 3 },
  {
    code: "const spread = (v: Float64Array) => { const m = mean(v); return Math.hypot(...v.map((x) => x - m)) / Math.sqrt(v.length); };",
    points: 3,
  },
  {
    code: `function variance(v: Float64Array) { return mean(v.map((x) => x * x)) - mean(v) ** 2; }
function spread(v: Float64Array) { return Math.sqrt(variance(v)); }
const check = spread(Float64Array.of(1, 3));
console.log(\`spread \${check}\`);`,
    points: 3,
  },
  // The variance, not its root: 0 for equal numbers, and 1 for 2, 4, as the root is.
  {
    code: "function spread(v: Float64Array) { const m = mean(v); return mean(v.map((x) => (x - m) ** 2)); }",
    points: 3,
  },
  // Divided by n - 1.
  {
    code: "function spread(v: Float64Array) { const m = mean(v); return Math.sqrt(v.map((x) => (x - m) ** 2).reduce((a, b) => a + b) / (v.length - 1)); }",
    points: 1,
  },
  { code: "function spread(v: Float64Array) { return 0; }", points: 1 },
  { code: "function spread(v: Float64Array): number { return v.spread; }", points: 0 },
  { code: "const spread = 1;", points: 0 },
  { code: "", points: 0 },
];

const BOND: readonly Variant[] = [
  { code: RIGHT.bond, points: 4 },
  {
    code: `const bond = (D: number) => {
  if (D <= 0) throw new RangeError(\`depth \${D}\`);
  const e = (r: number) => Math.exp(-(r - 1));
  return { energy: (r: number) => D * (e(r) * e(r) - 2 * e(r)), depth: D };
};
const later = async (x: number) => { await null; return ++x; };
const slope = (f: (x: number) => number, x: number, h = 1e-4) => (f(x + h) - f(x - h)) / (2 * h);`,
    points: 4,
  },
  // No check of the depth, and no promise.
  {
    code: `function bond(D: number) { return { energy: (r: number) => D * ((1 - Math.exp(1 - r)) ** 2 - 1) }; }
function later(x: number) { return x + 1; }
function slope(f: (x: number) => number, x: number) { return (f(x + 1e-7) - f(x)) / 1e-7; }`,
    points: 3,
  },
  // The wrong class of error, a rejected promise, a forgotten factor.
  {
    code: `function bond(D: number) {
  if (D < 0) throw new Error("depth");
  return { energy: (r: number) => D * ((1 - Math.exp(1 - r)) ** 2 - 1) };
}
async function later(x: number): Promise<number> { throw new Error("too late"); }
function slope(f: (x: number) => number, x: number) { return (f(x + 1e-5) - f(x - 1e-5)) / 1e-5; }`,
    points: 1,
  },
  { code: "async function later(x: number) { return x + 1; }", points: 1 },
  {
    code: "function bond(depth: number) { return depth }\nfunction slope(f: any, x: number) { return 2 * x; }",
    points: 1,
  },
  { code: "function bond(D: number { return D; }", points: 0 },
];

const HELPERS: Readonly<Record<string, readonly string[]>> = {
  setup: [
    "const MY_CONSTANT = 3;",
    "function helper(x: number): number { return MY_CONSTANT * x; }",
  ],
  mean: ["console.log([1, 2, 3].map((x) => x + 1));"],
  "mean-tests": [
    'console.warn("so far so good")',
    "import { todo } from 'mlip/course/todo';\nconst t = todo;",
  ],
  spread: ["const unfinished = notDeclared + 1;"],
  words: ["await Promise.resolve(1);\nclass Nothing { x = 1; }"],
};

export interface Honest {
  readonly name: string;
  readonly notebook: NotebookData;
  /** Points of the three questions. */
  readonly deserved: readonly [number, number, number];
}

/** Honest submissions, each a mix of the variants above; the same ones every time. */
export function honestSubmissions(count: number): Honest[] {
  const random = seededRandom(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: count }, (_, i) => {
    // The first ones use every variant once.
    const choose = (list: readonly Variant[]): Variant => list[i] ?? pick(list);
    const [mean, spread, bond] = [choose(MEAN), choose(SPREAD), choose(BOND)];
    const helpers = Object.fromEntries(
      Object.entries(HELPERS).filter(() => random() < 0.4),
    ) as typeof HELPERS;
    return {
      name: `honest-${String(i + 1).padStart(3, "0")}`,
      notebook: submission({ mean: mean.code, spread: spread.code, bond: bond.code }, helpers),
      deserved: [mean.points, spread.points, bond.points],
    };
  });
}
