// Requests as no ordinary client would send them.
import net from "node:net";
import { host, hostname, port } from "./site.mjs";

// What comes back for octets that are sent as they are, when the connection ends.
export function answerTo(octets, { end = false } = {}) {
  return new Promise((resolve) => {
    const socket = net.connect(Number(port), hostname);
    const parts = [];
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on("data", (part) => parts.push(part));
    socket.on("error", () => {});
    socket.on("close", () => resolve(Buffer.concat(parts).toString("utf8")));
    socket.write(octets);
    if (end) socket.end();
  });
}

export const asBody = (body, type, extra = {}) => ({
  headers: { "Content-Type": type, "Content-Length": body.length, ...extra },
  body,
});

// The head of a POST, to be followed by whatever.
export const postHead = (member, path, headers) =>
  `POST ${path} HTTP/1.1\r\n${Object.entries({
    Host: host,
    Cookie: member.cookie,
    Connection: "close",
    ...headers,
  })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("")}\r\n`;
