import { once } from "node:events";
import { createServer } from "node:net";
import { optionOf } from "./arguments.mjs";
import { refusal } from "./explain.mjs";

/** The port that Lab's flags ask for, or undefined if they leave it to Lab. */
export function requestedPort(args) {
  const text = optionOf(args, ["--port", "--ServerApp.port"]);
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw refusal(`--port must be a whole number from 1 to 65535, got "${text}".`);
}

/** The addresses on which Lab will listen. */
export function addresses(args) {
  const ip = optionOf(args, ["--ip", "--ServerApp.ip"]);
  if (ip === undefined || ip === "localhost") return ["127.0.0.1", "::1"];
  return [ip === "*" || ip === "" ? "0.0.0.0" : ip];
}

/** Why nothing can listen there: "EADDRINUSE", "EACCES" ..., or "" when something can. */
export async function obstacle(port, host) {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, "listening");
    return "";
  } catch (error) {
    return error.code;
  } finally {
    server.close();
  }
}

/** Refuses a port that was asked for and cannot be had: Lab would silently take the next one. */
export async function requireFree(port, hosts) {
  for (const host of hosts) {
    const code = await obstacle(port, host);
    if (code === "EADDRINUSE")
      throw refusal(`Port ${port} is in use: choose another, or leave --port out.`);
    if (code === "EACCES")
      throw refusal(`Port ${port} may be used by the administrator only: choose one above 1023.`);
  }
}
