// Section 4 of the contract, spoken over a bare socket through nginx.
import assert from "node:assert/strict";
import { before } from "node:test";
import { sleep, test } from "./support/site.mjs";
import { Visitor, befriend, newFriends, newMember } from "./support/visitors.mjs";
import { HandshakeRefused, opcodes, openSocket } from "./support/web_socket.mjs";

const atOnce = 1000;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/u;
const notifications = "/ws/notifications/";

let ann;
let ben;
let room;
let chat;

before(async () => {
  [ann, ben] = await newFriends();
  room = await ann.openRoom(ben);
  chat = `/ws/chat/${room}/`;
});

async function bothInRoom() {
  return Promise.all([openSocket(chat, ann), openSocket(chat, ben)]);
}

const closeAll = (...sockets) => Promise.all(sockets.map((socket) => socket.close()));

async function say(socket, message, nonce = `n-${Math.random()}`) {
  socket.send({ message, nonce });
  return socket.next("ack", (ack) => ack.nonce === nonce);
}

const refusal = (status) => (error) => error instanceof HandshakeRefused && error.status === status;

test("handshakes are refused with the status that says why", async () => {
  const stranger = await newMember("eve");
  const cases = [
    [400, chat, ann, { Upgrade: null, Connection: "close" }],
    [400, chat, ann, { "Sec-WebSocket-Key": null }],
    [400, chat, ann, { "Sec-WebSocket-Version": "8" }],
    [401, chat, null, {}],
    [401, chat, null, { Cookie: `parley_session=${"0".repeat(64)}` }],
    [401, notifications, null, {}],
    [403, chat, ann, { Origin: "https://evil.example" }],
    [403, chat, ann, { Origin: "null" }],
    [403, notifications, ann, { Origin: "https://evil.example" }],
    [403, chat, stranger, {}],
    [404, "/ws/chat/999999999/", ann, {}],
    [404, "/ws/chat/abc/", ann, {}],
    [404, "/ws/chat/99999999999999999999/", ann, {}],
    [404, "/ws/nothing/", ann, {}],
  ];
  for (const [status, path, member, headers] of cases) {
    const said = JSON.stringify([status, path, member?.username, headers]);
    await assert.rejects(openSocket(path, member, headers), refusal(status), said);
  }
});

test("a message is acknowledged to its sender and arrives at both", async () => {
  const [one, other] = await bothInRoom();
  one.send({ message: "  Hello\nthere  ", nonce: "first" });
  const ack = await one.next("ack");
  const message = await other.next("chat_message", undefined, atOnce);
  assert.deepEqual(Object.keys(ack).sort(), ["id", "nonce", "timestamp", "type"]);
  assert.equal(ack.nonce, "first");
  assert.match(ack.timestamp, instant);
  assert.deepEqual(message, {
    type: "chat_message",
    message: "Hello\nthere",
    sender: ann.username,
    sender_name: ann.username,
    timestamp: ack.timestamp,
    id: ack.id,
    room_id: room,
    nonce: "first",
  });
  assert.deepEqual(await one.next("chat_message"), message);
  await closeAll(one, other);
});

test("ids count without holes, and both see one order", async () => {
  const [one, other] = await bothInRoom();
  const start = (await say(one, "start")).id;
  for (let number = 0; number < 20; number += 1) {
    one.send({ message: `one ${number}` });
    other.send({ message: `other ${number}` });
  }
  for (const socket of [one, other]) await socket.next("chat_message", ({ id }) => id === start + 40);
  const received = (socket) => socket.ofType("chat_message").filter(({ id }) => id > start);
  assert.deepEqual(
    received(one).map(({ id }) => id),
    Array.from({ length: 40 }, (_, i) => start + 1 + i),
  );
  assert.deepEqual(received(one), received(other));
  await closeAll(one, other);
});

test("the same nonce is stored once and acknowledged every time", async () => {
  const [one, other] = await bothInRoom();
  const first = await say(one, "only once", "twice");
  const second = await say(one, "only once", "twice");
  assert.deepEqual(second, first);
  const next = await say(one, "after it");
  assert.equal(next.id, first.id + 1);
  await other.next("chat_message", ({ id }) => id === next.id);
  assert.equal(other.ofType("chat_message").filter(({ message }) => message === "only once").length, 1);
  await closeAll(one, other);
});

test("typing and reading are told to the other", async () => {
  const [one, other] = await bothInRoom();
  one.send({ type: "typing" });
  assert.deepEqual(await other.next("typing", undefined, atOnce), { type: "typing", sender: ann.username });
  const { id } = await say(one, "read this");
  await other.next("chat_message", (message) => message.id === id);
  other.send({ type: "read", up_to: id });
  const read = await one.next("read", ({ up_to: upTo }) => upTo === id, atOnce);
  assert.deepEqual(read, { type: "read", reader: ben.username, up_to: id });
  await closeAll(one, other);
});

test("joining marks the room read", async () => {
  const one = await openSocket(chat, ann);
  const { id } = await say(one, "while ben is away");
  assert.ok((await ben.getJson("/chat/unread-count/")).json.count > 0);
  const other = await openSocket(chat, ben);
  await one.next("read", ({ up_to: upTo }) => upTo === id);
  assert.equal((await ben.getJson("/chat/unread-count/")).json.count, 0);
  await closeAll(one, other);
});

test("what cannot be taken gets an error, and the socket lives", async () => {
  const socket = await openSocket(chat, ann);
  const bad = [
    "{",
    "[]",
    "7",
    '"text"',
    "null",
    "{}",
    '{"type":"nonsense"}',
    '{"message":7}',
    '{"message":{}}',
    "",
  ];
  bad.push(
    '{"type":"read"}',
    '{"type":"read","up_to":"x"}',
    '{"type":"read","up_to":-1}',
    "[".repeat(60_000),
  );
  for (const text of bad) {
    socket.sendFrame(opcodes.text, text);
    const { code, message } = await socket.next("error");
    assert.match(code, /^[a-z_]+$/u, text);
    assert.ok(message.length > 5, text);
  }
  for (const [message, code] of [
    ["x".repeat(4001), "too_long"],
    ["   ", null],
    ["\u200B\u200B", null],
    ["a\0b", null],
  ]) {
    socket.send({ message, nonce: "refused" });
    const error = await socket.next("error");
    assert.equal(error.nonce, "refused");
    if (code) assert.equal(error.code, code);
  }
  socket.send({ message: "x", nonce: "n".repeat(5000) });
  await socket.next("error");
  await say(socket, "still here");
  await socket.close();
});

test("4,000 characters of four octets each arrive as they were sent", async () => {
  const [one, other] = await bothInRoom();
  const text = "😀".repeat(4000);
  const { id } = await say(one, text);
  assert.equal((await other.next("chat_message", (message) => message.id === id)).message, text);
  await closeAll(one, other);
});

test("after replays every later message in order and then goes live", async () => {
  const one = await openSocket(chat, ann);
  const { id } = await say(one, "last one seen");
  for (let number = 1; number <= 5; number += 1) await say(one, `missed ${number}`);
  const other = await openSocket(`${chat}?after=${id}`, ben);
  await say(one, "live");
  await other.next("chat_message", ({ message }) => message === "live");
  const texts = other.ofType("chat_message").map(({ message }) => message);
  assert.deepEqual(texts, [...[1, 2, 3, 4, 5].map((number) => `missed ${number}`), "live"]);
  await closeAll(one, other);
});

test("after in the midst of lively writing misses nothing and repeats nothing", async () => {
  const one = await openSocket(chat, ann);
  const { id } = await say(one, "start");
  const count = 60;
  const writing = (async () => {
    for (let number = 0; number < count; number += 1) {
      one.send({ message: `lively ${number}` });
      await sleep(10);
    }
  })();
  await sleep(150);
  const others = [];
  for (let number = 0; number < 4; number += 1) {
    others.push(await openSocket(`${chat}?after=${id}`, ben));
    await sleep(60);
  }
  await writing;
  for (const other of others) {
    await other.next("chat_message", (message) => message.id === id + count);
    const ids = other.ofType("chat_message").map((message) => message.id);
    assert.deepEqual(
      ids,
      Array.from({ length: count }, (_, i) => id + 1 + i),
    );
  }
  await closeAll(one, ...others);
});

test("odd values of after are no reason to fall over", async () => {
  for (const value of ["", "abc", "-1", "99999999999999999999", "1e3", "4294967296"]) {
    try {
      await (await openSocket(`${chat}?after=${value}`, ann)).close();
    } catch (error) {
      assert.ok(refusal(400)(error), `${value}: ${error}`);
    }
  }
});

test("bad frames close with the code that says why", async () => {
  const cases = [
    [1009, (socket) => socket.sendFrame(opcodes.text, "x".repeat(64 * 1024 + 1))],
    [1007, (socket) => socket.sendFrame(opcodes.text, Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))],
    [1002, (socket) => socket.sendFrame(opcodes.text, '{"type":"typing"}', { isMasked: false })],
    [1002, (socket) => socket.sendFrame(3, "reserved")],
    [1002, (socket) => socket.sendFrame(opcodes.ping, "x".repeat(126))],
    [1003, (socket) => socket.sendFrame(opcodes.binary, "binary")],
  ];
  for (const [code, act] of cases) {
    const socket = await openSocket(chat, ann);
    act(socket);
    assert.equal(await socket.closed, code);
  }
});

test("a ping is answered, and a goodbye too", async () => {
  const socket = await openSocket(chat, ann);
  const pong = new Promise((resolve) => {
    const { handle } = socket;
    socket.handle = (frame) =>
      frame.opcode === opcodes.pong ? resolve(String(frame.payload)) : handle.call(socket, frame);
  });
  socket.sendFrame(opcodes.ping, "are you there");
  assert.equal(await pong, "are you there");
  assert.equal(await socket.close(), 1000);
});

test("the unread numbers come at connect and at every change, and are those of the routes", async () => {
  const [one, other] = await newFriends();
  const path = `/ws/chat/${await one.openRoom(other)}/`;
  const post = await other.createPost("Something to like");
  const badges = await openSocket(notifications, other);
  const writer = await openSocket(path, one);
  let last = await badges.next("unread_update", undefined, atOnce);
  assert.deepEqual(Object.keys(last).sort(), ["action", "chat", "notifications", "type"]);

  async function changesTo(chatCount, notificationCount) {
    last = await badges.next(
      "unread_update",
      (update) => update.chat === chatCount && update.notifications === notificationCount,
      atOnce,
    );
    assert.match(last.action, /^(increment|refresh)$/u);
    assert.equal((await other.getJson("/chat/unread-count/")).json.count, chatCount);
    assert.equal((await other.getJson("/posts/notifications/unread-count/")).json.count, notificationCount);
  }

  const follow = last.notifications;
  await one.postJson(`/posts/${post}/like/`);
  await changesTo(0, follow + 1);
  await one.postJson(`/posts/${post}/comment/`, { content: "Nice" });
  await changesTo(0, follow + 2);
  await one.postJson(`/posts/${post}/like/`);
  await changesTo(0, follow + 1);
  await say(writer, "Hello");
  await changesTo(1, follow + 1);
  await one.post(`/chat/room/${other.username}/`, { message: "By the form" });
  await changesTo(2, follow + 1);
  await other.openRoom(one);
  await changesTo(0, follow + 1);
  await other.postJson("/posts/notifications/mark-read/", { all: "1" });
  await changesTo(0, 0);
  await closeAll(badges, writer);
});

test("a message by the plain form arrives at open sockets too", async () => {
  const socket = await openSocket(chat, ben);
  await ann.post(`/chat/room/${ben.username}/`, { message: "Plainly" });
  const frame = await socket.next("chat_message", ({ message }) => message === "Plainly", atOnce);
  assert.equal(frame.sender, ann.username);
  await socket.close();
});

test("an unfollow closes the chat with 4403, and it opens again when they are friends again", async () => {
  const [one, other] = await newFriends();
  const path = `/ws/chat/${await one.openRoom(other)}/`;
  const socket = await openSocket(path, one);
  const began = Date.now();
  await other.postJson(`/user/unfollow/${one.username}/`);
  assert.equal(await socket.closed, 4403);
  assert.ok(Date.now() - began < atOnce + 500);
  await assert.rejects(openSocket(path, one), refusal(403));
  await befriend(one, other);
  await (await openSocket(path, one)).close();
});

test("logout and password change close the sockets of the ended sessions with 4401", async () => {
  const [one, other] = await newFriends();
  const path = `/ws/chat/${await one.openRoom(other)}/`;
  const phone = new Visitor();
  await phone.logIn(one.username, one.password);
  const sockets = [await openSocket(path, phone), await openSocket(notifications, phone)];
  const kept = await openSocket(notifications, one);
  const password = `${one.password} new`;
  await one.post("/user/password/change/", {
    old_password: one.password,
    password,
    password_confirm: password,
  });
  for (const socket of sockets) assert.equal(await socket.closed, 4401);
  await kept.next("unread_update");
  await one.get("/user/logout/");
  assert.equal(await kept.closed, 4401);
});

test("a place too long ago to be replayed gets a reset", async () => {
  const [one, other] = await newFriends();
  const path = `/ws/chat/${await one.openRoom(other)}/`;
  const writers = [];
  for (let number = 0; number < 6; number += 1) {
    writers.push(await openSocket(path, one), await openSocket(path, other));
  }
  const each = 85; // of one socket: below what is taken at once
  for (let number = 0; number < each; number += 1) {
    for (const writer of writers) writer.send({ message: String(number) });
    await sleep(10);
  }
  const last = each * writers.length;
  await writers[0].next("chat_message", ({ id }) => id === last, 30_000);
  const late = await openSocket(`${path}?after=1`, one);
  assert.deepEqual(await late.next("reset"), { type: "reset" });
  assert.equal(late.ofType("chat_message").length, 0);
  const inTime = await openSocket(`${path}?after=${last - 1000}`, one);
  await inTime.next("chat_message", ({ id }) => id === last);
  assert.equal(inTime.ofType("chat_message").length, 1000);
  await closeAll(...writers, late, inTime);
});
