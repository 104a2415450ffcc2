import { testExercises } from "../support/exercises.js";
import { answers } from "./03-coupled-schroedinger-equation.answers.js";

testExercises("03-coupled-schroedinger-equation", answers);
