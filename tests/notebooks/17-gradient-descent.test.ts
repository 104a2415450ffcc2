import { testExercises } from "../support/exercises.js";
import { answers } from "./17-gradient-descent.answers.js";

testExercises("17-gradient-descent", answers);
