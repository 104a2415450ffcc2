import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** Header of a Jupyter message, protocol 5.3. */
export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

/** A request as it came from a client. */
export interface Request {
  /** ZeroMQ routing prefix, given back unchanged in the reply. */
  readonly identities: readonly Buffer[];
  readonly header: Header;
  // biome-ignore lint/suspicious/noExplicitAny: the content of a request is the client's JSON
  readonly content: any;
}

const DELIMITER = Buffer.from("<IDS|MSG>");
const SESSION = randomUUID();

/**
 * Reads one multipart message: identities, delimiter, signature, header, parent, metadata, content.
 *
 * @throws RangeError when the delimiter is missing or the signature is not the one of `key`
 */
export function readRequest(key: string, frames: readonly Buffer[]): Request {
  const delimiter = frames.findIndex((frame) => frame.equals(DELIMITER));
  const parts = frames.slice(delimiter + 2, delimiter + 6);
  if (delimiter < 0 || parts.length < 4)
    throw new RangeError(`wire: a message must have 6 parts or more, got ${frames.length} frames`);
  const given = frames[delimiter + 1]!;
  const wanted = Buffer.from(signature(key, parts));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new RangeError("wire: a message must carry the signature of this kernel's key");
  return {
    identities: frames.slice(0, delimiter),
    header: JSON.parse(parts[0]!.toString()),
    content: JSON.parse(parts[3]!.toString()),
  };
}

/** The frames of a message that answers `parent` (or none: a message of the kernel's own). */
export function writeMessage(
  key: string,
  type: string,
  content: object,
  parent: Header | undefined,
  identities: readonly Buffer[] = [],
): Buffer[] {
  const header: Header = {
    msg_id: randomUUID(),
    msg_type: type,
    session: SESSION,
    username: parent?.username ?? "kernel",
    date: new Date().toISOString(),
    version: "5.3",
  };
  const parts = [header, parent ?? {}, {}, content].map((part) =>
    Buffer.from(JSON.stringify(part)),
  );
  return [...identities, DELIMITER, Buffer.from(signature(key, parts)), ...parts];
}

/** HMAC-SHA256 of the parts in hexadecimal; empty when the key is empty (signing switched off). */
function signature(key: string, parts: readonly Buffer[]): string {
  if (key === "") return "";
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}
