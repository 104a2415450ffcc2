import { testExercises } from "../support/exercises.js";
import { answers } from "./08-force-fields.answers.js";

testExercises("08-force-fields", answers);
