import { testExercises } from "../support/exercises.js";
import { answers } from "./06-when-born-oppenheimer-fails.answers.js";

testExercises("06-when-born-oppenheimer-fails", answers);
