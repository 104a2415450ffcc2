import { checkHomework } from "./checkHomework.js";
import { wrong } from "./hw2.answers.js";

checkHomework("hw2", wrong);
