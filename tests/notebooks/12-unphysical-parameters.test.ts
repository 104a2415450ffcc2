import { testExercises } from "../support/exercises.js";
import { answers } from "./12-unphysical-parameters.answers.js";

testExercises("12-unphysical-parameters", answers);
