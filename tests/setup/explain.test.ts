import { expect, test } from "vitest";
import { reasonIn, refusal, sentenceOf } from "../../src/setup/explain.mjs";

test.each([
  [
    "npm error nospc ENOSPC: no space left on device, write",
    /^the disk is full \(free for this folder \d/,
  ],
  [
    "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
    /^the disk is full/,
  ],
  ["error: failed to write to file: No space left on device (os error 28)", /^the disk is full/],
  ["OSError: [Errno 122] Disk quota exceeded", /^your disk quota is used up$/],
  [
    "npm error request to a host failed, reason: getaddrinfo EAI_AGAIN",
    /^the network could not be reached$/,
  ],
  ["Temporary failure in name resolution", /^the network could not be reached$/],
  ["error: Failed to fetch; Caused by: dns error", /^the network could not be reached$/],
  ["npm error code SELF_SIGNED_CERT_IN_CHAIN", /^the network's certificate is not trusted/],
  ["invalid peer certificate: UnknownIssuer", /^the network's certificate is not trusted/],
  ["THESE PACKAGES DO NOT MATCH THE HASHES", /^a download differs from its hash$/],
  ["npm error code EINTEGRITY", /^a download differs from its hash$/],
  ["npm error Error: EACCES: permission denied, mkdir", /^a file may not be written/],
  ["src/a.ts(1,1): error TS2304: Cannot find name", /^$/],
])("%s", (output, reason) => expect(reasonIn(output)).toMatch(reason));

test("a refusal is printed as its sentence alone, a defect of ours with its stack", () => {
  expect(sentenceOf(refusal("Port 1 is in use."))).toBe("Port 1 is in use.");
  expect(sentenceOf(new Error("unforeseen"))).toMatch(/unforeseen\n +at /);
});

test("a file that cannot be written is one sentence", () => {
  const error = Object.assign(new Error("write ENOSPC"), { code: "ENOSPC" });
  expect(sentenceOf(error)).toMatch(/^Stopped: the disk is full \(.*\)\. \(write ENOSPC\)$/);
});
