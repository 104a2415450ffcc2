import { bubblewrap } from "../../../src/grading/sandbox/bubblewrap.js";

/** Why no sandbox can be had on this machine; undefined if it can. */
export const noSandboxBecause: string | undefined = ((): string | undefined => {
  try {
    bubblewrap();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
})();
