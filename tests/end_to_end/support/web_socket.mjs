// A small WebSocket client (RFC 6455) that can also do what no browser would.
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import net from "node:net";
import { after } from "node:test";
import { host, hostname, origin, port } from "./site.mjs";

export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 };

const protocolGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const answerMax = 5000;
const noCode = 1005;
const noCloseFrame = 1006;

export class HandshakeRefused extends Error {
  constructor(status) {
    super(`handshake refused with ${status}`);
    this.status = status;
  }
}

// A failed test leaves its sockets open, which would keep the program alive.
const open = new Set();
after(() => {
  for (const socket of open) socket.destroy();
});

// headers: taken over those of a proper handshake; null leaves one out.
export async function openSocket(path, member, headers = {}) {
  const key = randomBytes(16).toString("base64");
  const socket = net.connect(Number(port), hostname);
  open.add(socket);
  const lines = Object.entries({
    Host: host,
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": key,
    Origin: origin,
    Cookie: member?.cookie || null,
    ...headers,
  }).filter(([, value]) => value !== null);
  socket.write(`GET ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`);
  const { head, rest } = await readHead(socket);
  const status = Number(head.split(" ")[1]);
  if (status !== 101) {
    socket.destroy();
    throw new HandshakeRefused(status);
  }
  const accept = createHash("sha1").update(key + protocolGuid).digest("base64");
  assert.ok(head.includes(accept), head);
  return new WebSocketClient(socket, rest);
}

function readHead(socket) {
  return new Promise((resolve, reject) => {
    let octets = Buffer.alloc(0);
    const timer = setTimeout(() => reject(new Error("no answer to the handshake")), answerMax);
    const take = (part) => {
      octets = Buffer.concat([octets, part]);
      const end = octets.indexOf("\r\n\r\n");
      if (end < 0) return;
      clearTimeout(timer);
      socket.off("data", take);
      socket.pause();
      resolve({ head: octets.subarray(0, end).toString("latin1"), rest: octets.subarray(end + 4) });
    };
    socket.on("data", take);
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("closed during the handshake")));
  });
}

class WebSocketClient {
  constructor(socket, octets) {
    this.socket = socket;
    this.octets = Buffer.alloc(0);
    this.log = []; // every message, in order
    this.untaken = [];
    this.waiting = new Set();
    this.isClosing = false;
    this.isClosed = false;
    this.closeCode = noCloseFrame;
    this.closed = new Promise((resolve) => {
      socket.on("close", () => {
        this.isClosed = true;
        resolve(this.closeCode);
      });
    });
    socket.on("error", () => {});
    socket.on("data", (part) => this.receive(part));
    this.receive(octets);
    socket.resume();
  }

  receive(part) {
    this.octets = Buffer.concat([this.octets, part]);
    for (let frame = this.takeFrame(); frame; frame = this.takeFrame()) this.handle(frame);
  }

  takeFrame() {
    const { octets } = this;
    if (octets.length < 2) return null;
    assert.equal(octets[1] & 0x80, 0, "a server does not mask");
    let length = octets[1] & 0x7f;
    const headLength = { 126: 4, 127: 10 }[length] ?? 2;
    if (octets.length < headLength) return null;
    if (length === 126) length = octets.readUInt16BE(2);
    else if (length === 127) length = Number(octets.readBigUInt64BE(2));
    if (octets.length < headLength + length) return null;
    this.octets = octets.subarray(headLength + length);
    return { opcode: octets[0] & 0x0f, payload: octets.subarray(headLength, headLength + length) };
  }

  handle({ opcode, payload }) {
    if (opcode === opcodes.ping) this.sendFrame(opcodes.pong, payload);
    if (opcode === opcodes.close) {
      this.closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : noCode;
      if (!this.isClosing) this.sendFrame(opcodes.close, payload);
      this.socket.end();
    }
    if (opcode !== opcodes.text) return;
    const message = JSON.parse(payload.toString("utf8"));
    this.log.push(message);
    this.untaken.push(message);
    for (const wake of this.waiting) wake();
  }

  sendFrame(opcode, payload, { isMasked = true } = {}) {
    const data = Buffer.from(payload);
    const mask = isMasked ? randomBytes(4) : Buffer.alloc(0);
    const head = Buffer.alloc(data.length < 126 ? 2 : data.length < 65_536 ? 4 : 10);
    head[0] = 0x80 | opcode;
    head[1] = (isMasked ? 0x80 : 0) | { 2: data.length, 4: 126, 10: 127 }[head.length];
    if (head.length === 4) head.writeUInt16BE(data.length, 2);
    if (head.length === 10) head.writeBigUInt64BE(BigInt(data.length), 2);
    if (isMasked) for (let i = 0; i < data.length; i += 1) data[i] ^= mask[i % 4];
    this.socket.write(Buffer.concat([head, mask, data]));
  }

  send(message) {
    this.sendFrame(opcodes.text, JSON.stringify(message));
  }

  // The first message of that type (and for which `matches`) that was not taken before.
  async next(type, matches = () => true, within = answerMax) {
    const deadline = Date.now() + within;
    for (;;) {
      const at = this.untaken.findIndex((message) => message.type === type && matches(message));
      if (at >= 0) return this.untaken.splice(at, 1)[0];
      const left = deadline - Date.now();
      assert.ok(left > 0, `no ${type} in ${within} ms, but ${JSON.stringify(this.untaken).slice(0, 500)}`);
      await this.somethingNew(left);
    }
  }

  somethingNew(within) {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, within);
      this.waiting.add(wake);
    });
  }

  ofType(type) {
    return this.log.filter((message) => message.type === type);
  }

  close() {
    this.isClosing = true;
    this.sendFrame(opcodes.close, Buffer.from([0x03, 0xe8]));
    return this.closed;
  }
}
