// Whatever is killed comes back by itself, and a database that is away is answered for by designed pages.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { becomesHealthy, keepKilling, killAndAwait, signal } from "./support/processes.mjs";
import { assertDesigned, assertErrorJson, sleep, test, until } from "./support/site.mjs";
import { newFriends } from "./support/visitors.mjs";
import { openSocket } from "./support/web_socket.mjs";

const processBack = 2000; // ms
const serviceBack = 5000;
const outage = 10_000;
const tryAgainLater = 1013;

let ann;
let ben;
let chat;

before(async () => {
  [ann, ben] = await newFriends();
  chat = `/ws/chat/${await ann.openRoom(ben)}/`;
});

after(() => becomesHealthy());

// Pages, forms, pictures' pool and chat, each with the database behind it.
async function assertFullService() {
  const text = `alive-${Math.random()}`;
  const within = { within: serviceBack };
  await until(async () => (await ann.post("/posts/create/", { content: text }).catch(() => null))?.status === 303, within);
  await until(async () => (await ben.get("/posts/")).text.includes(text), within);
  await becomesHealthy(serviceBack);
  const open = (member) => until(() => openSocket(chat, member).catch(() => null), within);
  const sockets = [await open(ann), await open(ben)];
  sockets[0].send({ message: text, nonce: text });
  await sockets[0].next("ack", ({ nonce }) => nonce === text);
  await sockets[1].next("chat_message", ({ message }) => message === text);
  await Promise.all(sockets.map((socket) => socket.close()));
}

test("one dying worker costs no reader a page", async () => {
  let isDone = false;
  const statuses = [];
  const reading = (async () => {
    while (!isDone) statuses.push((await ann.get("/posts/")).status);
  })();
  await sleep(300);
  await killAndAwait("web-1", processBack);
  await sleep(500);
  isDone = true;
  await reading;
  assert.deepEqual([...new Set(statuses)], [200], `${statuses}`);
});

for (const name of ["web-1", "web-2", "web-slow", "realtime", "nginx", "mariadb"]) {
  test(`${name} killed with -9 is back within 2 s, and the whole service within 5 s`, async (t) => {
    const began = Date.now();
    const back = await killAndAwait(name, processBack);
    await becomesHealthy(serviceBack);
    t.diagnostic(`process ${back} ms, healthy ${Date.now() - began} ms`);
    await assertFullService();
  });
}

test("a killed daemon loses nothing that it acknowledged", async () => {
  const socket = await openSocket(chat, ann);
  const acknowledged = [];
  for (let number = 1; number <= 30; number += 1) socket.send({ message: `kept ${number}`, nonce: `k${number}${Date.now()}` });
  await socket.next("ack");
  await killAndAwait("realtime", processBack);
  await socket.closed;
  acknowledged.push(...socket.ofType("ack").map(({ id }) => id));
  await becomesHealthy();
  const again = await openSocket(`${chat}?after=${acknowledged[0] - 1}`, ben);
  await again.next("chat_message", ({ id }) => id === acknowledged.at(-1));
  const ids = again.ofType("chat_message").map(({ id }) => id);
  for (const id of acknowledged) assert.ok(ids.includes(id), `${id} is lost`);
  assert.deepEqual(ids, ids.map((_, i) => ids[0] + i), "without holes");
  await again.close();
});

function assertAway(response) {
  assertDesigned(response, 503);
  assert.ok(Number(response.headers["retry-after"]) > 0);
}

test("a database that hangs gives designed 503 pages, and full service within 5 s of its return", async () => {
  signal("mariadb", "SIGSTOP");
  try {
    const began = Date.now();
    const [page, profile, json, health] = await Promise.all([
      ann.get("/posts/"),
      ann.get(`/user/profile/${ben.username}/`),
      ann.getJson("/chat/unread-count/"),
      ann.get("/healthz"),
    ]);
    assert.ok(Date.now() - began < outage + 5000, `${Date.now() - began} ms`);
    assertAway(page);
    assertAway(profile);
    assertErrorJson(json, 503);
    assert.equal(health.status, 503);
    assert.equal(health.json.database, "down");
  } finally {
    signal("mariadb", "SIGCONT");
  }
  await assertFullService();
});

test("a database that dies again and again gives designed 503 pages, and full service within 5 s after", async () => {
  const statuses = new Set();
  const chatting = await openSocket(chat, ann);
  await keepKilling(
    "mariadb",
    async () => {
      const response = await ann.get("/posts/");
      statuses.add(response.status);
      if (response.status !== 200) assertAway(response);
    },
    { during: outage, every: 300 },
  );
  assert.ok(statuses.has(503), [...statuses].join());
  const message = { message: "sent during the outage", nonce: `outage-${Date.now()}` };
  chatting.send(message);
  await assertFullService();
  const isAnswered = () => chatting.log.some(({ nonce }) => nonce === message.nonce);
  await until(() => isAnswered() || chatting.isClosed);
  if (chatting.isClosed) assert.equal(await chatting.closed, tryAgainLater);
  const again = await openSocket(chat, ann);
  again.send(message);
  await again.next("ack", ({ nonce }) => nonce === message.nonce);
  await again.close();
});
