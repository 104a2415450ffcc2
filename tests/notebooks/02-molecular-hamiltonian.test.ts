import { testExercises } from "../support/exercises.js";
import { answers } from "./02-molecular-hamiltonian.answers.js";

testExercises("02-molecular-hamiltonian", answers);
