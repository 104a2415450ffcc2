import { testExercises } from "../support/exercises.js";
import { answers } from "./14-machine-learning.answers.js";

testExercises("14-machine-learning", answers);
