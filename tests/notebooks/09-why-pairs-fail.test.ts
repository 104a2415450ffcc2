import { testExercises } from "../support/exercises.js";
import { answers } from "./09-why-pairs-fail.answers.js";

testExercises("09-why-pairs-fail", answers);
