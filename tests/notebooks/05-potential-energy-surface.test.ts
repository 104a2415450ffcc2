import { testExercises } from "../support/exercises.js";
import { answers } from "./05-potential-energy-surface.answers.js";

testExercises("05-potential-energy-surface", answers);
