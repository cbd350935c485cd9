// The main job, as two people with a browser each do it: from registering to chatting live.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import {
  assertSamePage,
  badge,
  badgeBecomes,
  launch,
  logIn,
  mark,
  newPerson,
  register,
} from "./support/browser.mjs";
import { picture } from "./support/pictures.mjs";
import { becomesHealthy, signal } from "./support/processes.mjs";
import { test } from "./support/site.mjs";

const atOnce = 1000; // ms: what is live arrives within a second

let browser;
let ann;
let ben;
let postId;

before(async () => {
  browser = await launch();
  ann = await newPerson(browser, "ann");
  ben = await newPerson(browser, "ben");
});

after(() => browser?.close());

const roomOf = (friend) => `/chat/room/${friend.username}/`;
const profileOf = (member) => `/user/profile/${member.username}/`;
const lastTexts = (page, count) =>
  page.$$eval(".messages .bubble", (bubbles, wanted) => bubbles.slice(-wanted).map((b) => b.textContent), count);

const bubble = (page, text) => page.locator(".messages .message", { hasText: text });

async function openRoom(person, friend) {
  const connected = person.page.waitForEvent("websocket", (socket) => socket.url().includes("/ws/chat/"));
  await person.page.goto(roomOf(friend));
  const socket = await connected;
  await person.page.waitForFunction(() => document.querySelector("[data-connection]").hidden);
  return socket;
}

async function say(person, text) {
  await person.page.fill("#message", text);
  await person.page.press("#message", "Enter");
}

async function follow(person, other) {
  await person.page.goto(profileOf(other));
  await person.page.click(".profile .btn-follow");
  await person.page.waitForSelector('.profile [data-follow-state="following"], .profile [data-follow-state="friends"]');
}

test("people register, log in and stand in their feed", async () => {
  for (const person of [ann, ben]) {
    await register(person);
    assert.match(await person.page.textContent("[role=status]"), /account is ready/u);
    await logIn(person);
    await person.page.waitForSelector("[data-composer]");
  }
});

test("a follow is told to the followed, live", async () => {
  await ann.page.goto("/posts/");
  await mark(ann.page);
  assert.equal(await badge(ann.page, "notification"), 0);
  await follow(ben, ann);
  await badgeBecomes(ann.page, "notification", 1);
  await assertSamePage(ann.page);
});

test("a post with two pictures is written", async () => {
  const { page } = ann;
  await page.goto("/posts/");
  await page.fill("#content", "Two pictures from the harbour");
  await page.setInputFiles("#image", [
    { name: "one.png", mimeType: "image/png", buffer: picture(640, 480, [30, 90, 160]) },
    { name: "two.png", mimeType: "image/png", buffer: picture(480, 640, [180, 90, 40]) },
  ]);
  await page.waitForFunction(() => document.querySelectorAll(".preview img").length === 2);
  await page.locator(".preview-alt").nth(0).fill("Blue water");
  await page.locator(".preview-alt").nth(1).fill("Red roofs");
  await page.click(".composer-submit");
  const post = page.locator("[data-post-id]", { hasText: "Two pictures from the harbour" });
  await post.waitFor();
  postId = await post.getAttribute("data-post-id");
  assert.deepEqual(await post.locator(".picture img").evaluateAll((all) => all.map((i) => i.alt)), [
    "Blue water",
    "Red roofs",
  ]);
});

test("the follower sees the post and its pictures in the feed", async () => {
  await ben.page.goto("/posts/");
  const images = ben.page.locator(`[data-post-id="${postId}"] .picture img`);
  assert.equal(await images.count(), 2);
  await ben.page.waitForFunction(
    (id) => [...document.querySelectorAll(`[data-post-id="${id}"] .picture img`)].every((i) => i.naturalWidth > 0),
    postId,
  );
});

test("a like and a comment change the author's badge without a reload", async () => {
  await ann.page.goto("/posts/");
  await mark(ann.page);
  const like = ben.page.locator(`[data-post-id="${postId}"] .action-like`);
  await like.click();
  await badgeBecomes(ann.page, "notification", 2);
  assert.equal(await like.getAttribute("aria-pressed"), "true");
  assert.equal(await like.locator("[data-like-count]").textContent(), "1");

  await ben.page.goto(`/posts/${postId}/`);
  await ben.page.fill("#comment-content", "Which harbour is it?");
  await ben.page.click("[data-comment-form] button[type=submit]");
  await ben.page.waitForSelector("[data-comment-id]");
  await badgeBecomes(ann.page, "notification", 3);
  await assertSamePage(ann.page);
  assert.match(await ann.page.title(), /^\(3\)/u);
});

test("the notifications are in the list, unread, and can be marked read", async () => {
  const { page } = ann;
  await page.click('.rail a[href="/posts/notifications/"]');
  await page.waitForURL("**/posts/notifications/");
  const unread = page.locator("[data-notification-id].is-unread");
  const texts = await unread.allTextContents();
  assert.equal(texts.length, 3);
  assert.match(texts[0], /comment.*Which harbour/su);
  assert.match(texts[1], /like/u);
  assert.match(texts[2], /follow/u);
  await page.click("[data-mark-all] button");
  await badgeBecomes(page, "notification", 0);
  assert.equal(await unread.count(), 0);
  await page.reload();
  assert.equal(await unread.count(), 0);
});

test("a like taken back takes its notification away", async () => {
  await ben.page.goto("/posts/");
  const answered = ben.page.waitForResponse(`**/posts/${postId}/like/`);
  await ben.page.click(`[data-post-id="${postId}"] .action-like[aria-pressed="true"]`);
  assert.equal((await (await answered).json()).liked, false);
  await ann.page.reload();
  assert.equal(await ann.page.locator("[data-notification-id]").count(), 2);
});

test("a chat with one who does not follow back says how to become friends", async () => {
  const response = await ben.page.goto(roomOf(ann));
  assert.equal(response.status(), 403);
  assert.match(await ben.page.textContent("main"), /once you both follow each other/u);
});

test("friends type, see each other's messages at once, and see that they were read", async () => {
  await follow(ann, ben);
  await openRoom(ben, ann);
  await ann.page.goto("/chat/");
  await ann.page.click(`[data-username="${ben.username}"] a`);
  await ann.page.waitForURL(`**${roomOf(ben)}`);
  await ann.page.waitForSelector("#message");

  await ann.page.locator("#message").pressSequentially("Hello", { delay: 20 });
  await ben.page.waitForSelector("[data-typing]:not([hidden])", { timeout: 2 * atOnce });
  await ann.page.press("#message", "Enter");
  await bubble(ben.page, "Hello").waitFor({ timeout: atOnce });
  await ben.page.waitForSelector("[data-typing]", { state: "hidden" });
  await bubble(ann.page, "Hello").locator('[data-state="seen"]').waitFor({ timeout: 2 * atOnce });
  assert.equal(await badge(ben.page, "chat"), 0);
});

test("many messages of both stand in one order on both sides", async () => {
  const written = [];
  for (let number = 1; number <= 10; number += 1) {
    await Promise.all([say(ann, `ann ${number}`), say(ben, `ben ${number}`)]);
    written.push(`ann ${number}`, `ben ${number}`);
  }
  for (const { page } of [ann, ben]) {
    await page.waitForFunction(() => document.querySelectorAll(".messages [data-message-id]").length === 21);
  }
  const seen = await lastTexts(ann.page, 20);
  assert.deepEqual(seen, await lastTexts(ben.page, 20));
  assert.deepEqual([...seen].sort(), written.sort());
  const own = seen.filter((text) => text.startsWith("ann"));
  assert.deepEqual(own, Array.from({ length: 10 }, (_, i) => `ann ${i + 1}`));
});

test("a reload keeps the history", async () => {
  const history = await lastTexts(ben.page, 21);
  await ben.page.reload();
  assert.deepEqual(await lastTexts(ben.page, 21), history);
});

test("someone elsewhere on the site gets the chat badge live, and finds what is unread", async () => {
  const { page } = ben;
  await page.goto("/posts/");
  await mark(page);
  await say(ann, "Are you there?");
  await badgeBecomes(page, "chat", 1);
  await say(ann, "The boat leaves at nine");
  await badgeBecomes(page, "chat", 2);
  await assertSamePage(page);
  await page.goto("/chat/");
  const row = page.locator(`[data-username="${ann.username}"]`);
  assert.equal(await row.locator("[data-row-unread]").textContent(), "2");
  assert.match(await row.locator("[data-row-last]").textContent(), /The boat leaves at nine/u);
  await row.locator("a").click();
  await page.waitForSelector("[data-unread-line]");
  await badgeBecomes(page, "chat", 0, 2 * atOnce);
  await page.reload();
  assert.equal(await badge(page, "chat"), 0);
});

test("a message written while the daemon is dead arrives once when it is back", async () => {
  await openRoom(ben, ann);
  await openRoom(ann, ben);
  for (const { page } of [ann, ben]) await mark(page);
  await ann.page.fill("#message", "Said into the silence");
  signal("realtime", "SIGKILL");
  await ann.page.press("#message", "Enter");
  const patience = { timeout: 15_000 };
  await bubble(ben.page, "Said into the silence").waitFor(patience);
  await bubble(ann.page, "Said into the silence").locator('[data-state="seen"]').waitFor(patience);
  await say(ben, "Heard you");
  await bubble(ann.page, "Heard you").waitFor();
  for (const { page } of [ann, ben]) {
    assert.equal(await bubble(page, "Said into the silence").count(), 1);
    await assertSamePage(page);
  }
  await ben.page.reload();
  assert.equal(await bubble(ben.page, "Said into the silence").count(), 1);
  await becomesHealthy();
});

test("an unfollow closes the open chat", async () => {
  await openRoom(ann, ben);
  await ben.page.goto(profileOf(ann));
  await ben.page.click(".profile .btn-follow");
  await ben.page.click("dialog .btn-primary");
  await ann.page.waitForFunction(() => document.querySelector("#message").disabled, null, { timeout: 2 * atOnce });
  assert.match(await ann.page.textContent("[data-connection]"), /no longer friends/u);
  assert.equal((await ann.page.goto(roomOf(ben))).status(), 403);
});

test("a logout in another tab ends the open pages", async () => {
  await follow(ben, ann);
  await openRoom(ann, ben);
  const tab = await ann.context.newPage();
  await tab.goto("/posts/");
  await tab.click('.rail a[href="/user/logout/"]');
  await tab.waitForURL("**/user/login/**");
  await ann.page.waitForURL("**/user/login/**", { timeout: 2 * atOnce });
});

test("no script of a page has failed on the way", () => {
  assert.deepEqual([...ann.problems, ...ben.problems], []);
});
