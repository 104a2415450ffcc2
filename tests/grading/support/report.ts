import type { Report } from "../../../src/grading/marking/markSubmission.js";

/** A report for tests of what is made of reports. */
export const report = (student: string): Report => ({
  assignment: "hw1",
  student,
  score: 1.5,
  maxScore: 8,
  pending: 5,
  notes: ["There are two cells called curve; both were run, in their order."],
  questions: [
    {
      id: "curve",
      points: 3,
      score: 1.5,
      pending: 0,
      tests: [
        { name: "it is flat at the minimum", points: 1.5, score: 1.5 },
        {
          name: "E < 0 & F > 0",
          points: 1.5,
          score: 0,
          reason: `curve(1) gave "<script>alert('x')</script>": it must be a number`,
        },
      ],
      notes: ["curve: TypeError: x"],
    },
    { id: "words", points: 5, score: 0, pending: 5, tests: [], notes: [] },
  ],
  sandbox: ["bubblewrap 0.8.0: no network", "memory 256 MB"],
});
