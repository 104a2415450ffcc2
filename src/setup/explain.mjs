import { statfsSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { root } from "./paths.mjs";

/** An error whose message is all that the user needs to read. */
export function refusal(sentence) {
  const error = new Error(sentence);
  error.name = "Refusal";
  return error;
}

/** Free space of the file system that holds `path`, in gigabytes. */
export function freeGigabytes(path) {
  const { bavail, bsize } = statfsSync(path);
  return (bavail * bsize) / 1e9;
}

function freeSpace() {
  const places = { "this folder": root, "your home": homedir(), "temporary files": tmpdir() };
  return Object.entries(places)
    .map(([name, path]) => `${name} ${freeGigabytes(path).toFixed(1)} GB`)
    .join(", ");
}

/** What tools and the operating system write when something outside the course is wrong. */
const REASONS = [
  [
    /ENOSPC|No space left on device|os error 28\b/,
    () => `the disk is full (free for ${freeSpace()}; about 1.5 GB are needed)`,
  ],
  [/EDQUOT|Disk quota exceeded|os error 122\b/, () => "your disk quota is used up"],
  [/EROFS|Read-only file system/, () => "the folder is on a read-only disk"],
  [/EINTEGRITY|hash mismatch|DO NOT MATCH THE HASHES/i, () => "a download differs from its hash"],
  [
    /CERT_|CERTIFICATE|invalid peer certificate|self-signed/i,
    () =>
      "the network's certificate is not trusted (behind a proxy, set SSL_CERT_FILE and NODE_EXTRA_CA_CERTS)",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|name resolution|dns error|Network is unreachable|Connection refused|connect error|error sending request|timed out/i,
    () => "the network could not be reached",
  ],
  [
    /EACCES|EPERM|Permission denied|os error 13\b/i,
    () => "a file may not be written (is this folder yours?)",
  ],
];

/** Why a tool failed, from what it wrote; "" when it is none of the usual causes. */
export function reasonIn(output) {
  const known = REASONS.find(([pattern]) => pattern.test(output));
  return known ? known[1]() : "";
}

/** Why a tool failed just now. Some do not say that the disk is full; the disk does. */
export const reasonFor = (output) =>
  reasonIn(output) || (freeGigabytes(root) < 0.02 ? reasonIn("ENOSPC") : "");

/** What to print for an error that ended a command: one sentence if the cause is known. */
export function sentenceOf(error) {
  if (error.name === "Refusal") return error.message;
  const reason = error.code ? reasonIn(error.code) : "";
  return reason ? `Stopped: ${reason}. (${error.message})` : error.stack;
}
