import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, test } from "vitest";
import { addresses, requestedPort, requireFree } from "../../src/setup/ports.mjs";

test("the port is read from either of Lab's flags", () => {
  expect(requestedPort(["--no-browser", "--port", "9999"])).toBe(9999);
  expect(requestedPort(["--ServerApp.port=9998"])).toBe(9998);
  expect(requestedPort(["--no-browser"])).toBeUndefined();
});

test.each(["0", "65536", "x", "80.5", ""])("--port=%s is refused", (text) => {
  expect(() => requestedPort([`--port=${text}`])).toThrow(
    `--port must be a whole number from 1 to 65535, got "${text}".`,
  );
});

test("Lab listens on this machine only, unless --ip says otherwise", () => {
  expect(addresses([])).toEqual(["127.0.0.1", "::1"]);
  expect(addresses(["--ip=*"])).toEqual(["0.0.0.0"]);
  expect(addresses(["--ip", "192.0.2.1"])).toEqual(["192.0.2.1"]);
});

test("a port in use is refused, a free one is not", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await expect(requireFree(port, ["127.0.0.1"])).rejects.toThrow(
    `Port ${port} is in use: choose another, or leave --port out.`,
  );
  server.close();
  await once(server, "close");
  await expect(requireFree(port, ["127.0.0.1", "::1"])).resolves.toBeUndefined();
});
