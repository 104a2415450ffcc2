import { testExercises } from "../support/exercises.js";
import { answers } from "./16-perceptron.answers.js";

testExercises("16-perceptron", answers);
