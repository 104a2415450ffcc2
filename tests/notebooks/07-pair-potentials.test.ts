import { testExercises } from "../support/exercises.js";
import { answers } from "./07-pair-potentials.answers.js";

testExercises("07-pair-potentials", answers);
