// The entry of every command: node src/setup/run.mjs COMMAND [ARGUMENT...]
// Syntax that Node 14 understands, so that an old Node gets a sentence and not a syntax error.
import { nodeProblem } from "./node.mjs";

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  Promise.all([import(`./${process.argv[2]}.mjs`), import("./explain.mjs")]).then(
    ([command, explain]) =>
      command.main(process.argv.slice(3)).then(
        (code) => {
          process.exitCode = code;
        },
        (error) => {
          console.error(explain.sentenceOf(error));
          process.exit(1); // children still waiting for work end with this process
        },
      ),
  );
}
