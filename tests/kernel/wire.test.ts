import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Header, readRequest, writeMessage } from "../../src/kernel/wire.js";

const header: Header = {
  msg_id: "m1",
  msg_type: "execute_request",
  session: "s1",
  username: "student",
  date: "2026-01-01T00:00:00Z",
  version: "5.3",
};
const identity = Buffer.from("client");

describe("a message survives writing and reading", () => {
  const frames = writeMessage("key", "status", { execution_state: "busy" }, header, [identity]);
  const request = readRequest("key", frames);

  test("identities, type and content", () => {
    expect(request.identities).toEqual([identity]);
    expect(request.header.msg_type).toBe("status");
    expect(request.content).toEqual({ execution_state: "busy" });
  });
  test("the parent header is the request's", () => {
    expect(JSON.parse(frames[4]!.toString())).toEqual(header);
  });
  test("the signature is HMAC-SHA256 over header, parent, metadata and content", () => {
    const hmac = createHmac("sha256", "key");
    for (const part of frames.slice(3)) hmac.update(part);
    expect(frames[2]!.toString()).toBe(hmac.digest("hex"));
  });
});

test("with an empty key messages are not signed", () => {
  const frames = writeMessage("", "status", {}, undefined);
  expect(frames[1]!.toString()).toBe("");
  expect(readRequest("", frames).content).toEqual({});
});

test.each([
  ["another key", "key", (f: Buffer[]) => f],
  ["a changed content", "other", (f: Buffer[]) => [...f.slice(0, -1), Buffer.from('{"a":1}')]],
  ["a missing signature", "other", (f: Buffer[]) => f.toSpliced(1, 1, Buffer.from(""))],
])("%s is refused", (_name, key, change) => {
  const frames = change(writeMessage("other", "status", {}, undefined));
  expect(() => readRequest(key, frames)).toThrow("must carry the signature of this kernel's key");
});

test.each([
  [[]],
  [[Buffer.from("<IDS|MSG>"), Buffer.from("")]],
])("too few frames are refused", (frames) => {
  expect(() => readRequest("key", frames)).toThrow("a message must have 6 parts or more");
});
