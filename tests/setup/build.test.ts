import { expect, test } from "vitest";
import { staleOf } from "../../src/setup/build.mjs";

test("compiled files whose source is gone are stale, stamps and folders are not", () => {
  const kept = [".mlip-stamp", "units", "units/convert.js", "units/convert.d.ts"];
  const gone = ["units/old.js", "units/old.d.ts", "gone/x.js.map"];
  expect(staleOf([...kept, ...gone], ["units/convert.ts"])).toEqual(gone);
});
