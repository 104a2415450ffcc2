import { testExercises } from "../support/exercises.js";
import { answers } from "./15-neurons.answers.js";

testExercises("15-neurons", answers);
