import { testExercises } from "../support/exercises.js";
import { answers } from "./11-from-data-to-a-potential.answers.js";

testExercises("11-from-data-to-a-potential", answers);
