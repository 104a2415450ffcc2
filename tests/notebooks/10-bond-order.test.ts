import { testExercises } from "../support/exercises.js";
import { answers } from "./10-bond-order.answers.js";

testExercises("10-bond-order", answers);
