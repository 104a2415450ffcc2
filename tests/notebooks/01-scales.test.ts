import { testExercises } from "../support/exercises.js";
import { answers } from "./01-scales.answers.js";

testExercises("01-scales", answers);
