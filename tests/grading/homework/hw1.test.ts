import { checkHomework } from "./checkHomework.js";
import { wrong } from "./hw1.answers.js";

checkHomework("hw1", wrong);
