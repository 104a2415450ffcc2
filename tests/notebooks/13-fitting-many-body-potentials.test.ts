import { testExercises } from "../support/exercises.js";
import { answers } from "./13-fitting-many-body-potentials.answers.js";

testExercises("13-fitting-many-body-potentials", answers);
