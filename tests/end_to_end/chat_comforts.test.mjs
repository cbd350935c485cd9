// A room in a real browser: what is written while offline is kept and sent, what failed can be tried again, drafts,
// older messages without a jump, the button to the latest, days and the line where the unread begin.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { assertSamePage, enterAs, launch, mark, newPerson } from "./support/browser.mjs";
import { test } from "./support/site.mjs";
import { newFriends, newMember } from "./support/visitors.mjs";
import { openSocket } from "./support/web_socket.mjs";

const messageCount = 70; // more than a page of the history

let browser;
let ann;
let ben;
let page;
let context;
let problems;
let room;

before(async () => {
  browser = await launch();
  [ann, ben] = await newFriends();
  room = await ann.openRoom(ben);
  const socket = await openSocket(`/ws/chat/${room}/`, ben);
  for (let number = 1; number <= messageCount; number += 1) {
    socket.send({ message: `Message ${number}`, nonce: `n${number}` });
    await socket.next("ack", ({ nonce }) => nonce === `n${number}`);
  }
  socket.close();
  const person = await newPerson(browser, "ann");
  await enterAs(person, ann);
  ({ page, context, problems } = person);
});

after(() => browser?.close());

const enter = async () => {
  await page.goto(`/chat/room/${ben.username}/`);
  await page.waitForFunction(() => document.querySelector("[data-connection]").hidden);
};
const message = (text) => page.locator(".message", { has: page.locator(`.bubble >> text="${text}"`) });
const isNear = (a, b) => assert.ok(Math.abs(a - b) <= 2, `${a} is not near ${b}`);

test("the unread begin at a line, days are told apart, and older ones come without a jump", async () => {
  await enter();
  assert.equal(await page.locator(".day").first().textContent(), "Today");
  await page.waitForTimeout(300);
  const seen = message("Message 40");
  await page.locator("[data-room-scroll]").evaluate((box) => box.scrollTo({ top: -box.scrollHeight }));
  await page.waitForFunction((count) => document.querySelectorAll("[data-message-id]").length === count, messageCount);
  const before = (await seen.boundingBox()).y;
  await page.waitForTimeout(200);
  isNear((await seen.boundingBox()).y, before);
  const ids = await page.locator("[data-message-id]").evaluateAll((all) => all.map((one) => Number(one.dataset.messageId)));
  assert.deepEqual(ids, Array.from({ length: messageCount }, (_, i) => i + 1));
  assert.equal(await page.locator("[data-older]").count(), 0);
  assert.equal(await page.textContent(".unread-line"), `${messageCount} new`);

  // The reader is far above: what comes meanwhile stays unread.
  await ben.post(`/chat/room/${ann.username}/`, { message: "One more" });
  await page.goto("/posts/");
  await ben.post(`/chat/room/${ann.username}/`, { message: "And another" });
  await enter();
  assert.equal(await page.textContent("[data-unread-line]"), "2 new");
  assert.equal(await page.textContent("[data-unread-line] + .message .bubble"), "One more");
});

test("whoever reads above is not moved, and a button counts what came and leads there", async () => {
  await enter();
  const box = page.locator("[data-room-scroll]");
  await box.evaluate((one) => one.scrollTo({ top: -600, behavior: "instant" }));
  await page.waitForTimeout(200);
  const seen = message(`Message ${messageCount - 10}`);
  const before = (await seen.boundingBox()).y;
  await ben.post(`/chat/room/${ann.username}/`, { message: "While you read" });
  await page.waitForSelector("[data-latest]:not([hidden]) [data-latest-count]:not([hidden])");
  assert.equal(await page.textContent("[data-latest-count]"), "1");
  isNear((await seen.boundingBox()).y, before);
  await page.click("[data-latest]");
  await page.waitForSelector("[data-latest]", { state: "hidden" });
  assert.ok(await message("While you read").isVisible());
});

test("what is written while offline is kept and sent on return", async () => {
  await enter();
  await mark(page);
  await context.setOffline(true);
  await page.waitForSelector("[data-connection]:not([hidden])");
  await page.fill("#message", "Written in a tunnel");
  await page.press("#message", "Enter");
  await message("Written in a tunnel").locator('[data-state="sending"]').waitFor();
  assert.match(await page.textContent("[data-connection]"), /We'll send this when you're back/u);
  await context.setOffline(false);
  await message("Written in a tunnel").locator('[data-state="sent"]').waitFor();
  await page.waitForSelector("[data-connection]", { state: "hidden" });
  await assertSamePage(page);
  assert.match((await ben.get(`/chat/room/${ann.username}/`)).text, /Written in a tunnel/u);
});

test("what failed says so, and can be tried again or discarded, and that undone", async () => {
  const username = ann.username;
  await page.evaluate(
    ([name, id]) => {
      const entry = { text: "Refused before", order: Date.now(), problem: "Not sent. Try later." };
      localStorage.setItem(`parley.outbox.${name}.${id}.some-nonce`, JSON.stringify(entry));
    },
    [username, room],
  );
  await enter();
  const failed = message("Refused before");
  assert.match(await failed.textContent(), /Not sent\. Try later\./u);
  await failed.locator('[data-message-action="discard"]').click();
  assert.equal(await failed.count(), 0);
  await page.click(".toast-action");
  await failed.locator('[data-message-action="retry"]').click();
  await failed.locator(':is([data-state="sent"], [data-state="seen"])').waitFor();
  await page.reload();
  assert.equal(await failed.count(), 1);
});

test("a draft survives a reload, and Shift+Enter breaks the line", async () => {
  await page.fill("#message", "");
  await page.locator("#message").pressSequentially("Two");
  await page.press("#message", "Shift+Enter");
  await page.locator("#message").pressSequentially("lines");
  await page.reload();
  assert.equal(await page.inputValue("#message"), "Two\nlines");
});

test("a page elsewhere says calmly that the device is offline", async () => {
  await page.goto("/posts/");
  await context.setOffline(true);
  await page.waitForSelector(".toast-line >> text=You're offline");
  await context.setOffline(false);
  await page.waitForSelector(".toast-line", { state: "detached" });
});

test("without friends, the chat suggests people", async () => {
  const lonely = await newMember("lonely");
  assert.match((await lonely.get("/chat/")).text, /data-follow-url=/u);
});

test("no script of a page has failed on the way", () => assert.deepEqual(problems, []));
