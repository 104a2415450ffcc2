import { testExercises } from "../support/exercises.js";
import { answers } from "./18-batches.answers.js";

testExercises("18-batches", answers);
