import { testExercises } from "../support/exercises.js";
import { answers } from "./04-born-oppenheimer.answers.js";

testExercises("04-born-oppenheimer", answers);
