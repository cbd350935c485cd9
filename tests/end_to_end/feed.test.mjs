// Comforts of the feed, of pictures and of lists, in a real browser: older posts on scrolling, the place kept,
// new posts in a pill, the viewer, the order of pictures, the cut profile picture, grouped notifications, undo.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { badgeBecomes, enterAs, launch, newPerson } from "./support/browser.mjs";
import { file } from "./support/form_body.mjs";
import { picture } from "./support/pictures.mjs";
import { test } from "./support/site.mjs";
import { newMember } from "./support/visitors.mjs";

const postCount = 26; // a page and a little more
const red = [190, 60, 40];

let browser;
let writer;
let reader;
let page;
let problems;

before(async () => {
  browser = await launch();
  writer = await newMember("writer");
  reader = await newMember("reader");
  await reader.postJson(`/user/follow/${writer.username}/`);
  for (let number = 1; number <= postCount; number += 1) await writer.createPost(`Post number ${number}.\n\nWith a little more below it.`);
  const person = await newPerson(browser, "reader");
  await enterAs(person, reader);
  page = person.page;
  problems = person.problems;
});

after(() => browser?.close());

const shown = () => page.locator("[data-posts] > [data-post-id]").count();
const isFocused = (selector) => page.waitForFunction((s) => document.activeElement?.matches(s), selector);

async function scrollToEnd() {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForFunction((count) => document.querySelectorAll("[data-posts] > [data-post-id]").length === count, postCount);
}

test("older posts come as the reader nears the end, each once", async () => {
  await page.goto("/posts/");
  await scrollToEnd();
  const ids = await page.locator("[data-posts] > [data-post-id]").evaluateAll((all) => all.map((one) => one.dataset.postId));
  assert.equal(new Set(ids).size, postCount);
  assert.equal(await page.locator("[data-pager]").count(), 0);
});

test("back from a post, the feed is where it was left", async () => {
  await page.goto("/posts/");
  await scrollToEnd();
  const post = page.locator("[data-posts] > [data-post-id]", { hasText: "Post number 2." });
  await post.scrollIntoViewIfNeeded();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const place = async () => Math.round((await post.boundingBox()).y);
  const before = await place();
  await post.locator(".post-meta a").click();
  await page.waitForURL("**/posts/*/");
  await page.goBack();
  await post.waitFor();
  await page.waitForFunction((y) => scrollY > y, 500);
  assert.ok(Math.abs((await place()) - before) <= 2, `${before} px before, ${await place()} px now`);
});

test("new posts wait in a pill and move nothing", async () => {
  await page.goto("/posts/");
  const pill = page.locator(".new-posts-pill");
  assert.equal(await pill.isVisible(), false);
  const top = (await page.locator("[data-posts]").boundingBox()).y;
  await writer.createPost("Fresh from the press");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await pill.waitFor();
  assert.equal(await page.textContent("[data-new-posts-label]"), "1 new post");
  assert.equal((await page.locator("[data-posts]").boundingBox()).y, top);
  const count = await shown();
  await pill.click();
  await page.waitForSelector("[data-posts] > :first-child >> text=Fresh from the press");
  assert.equal(await shown(), count + 1);
  assert.equal(await pill.isVisible(), false);
});

test("the count of new posts wants a post to count from", async () => {
  assert.equal((await reader.getJson("/posts/new-count/?after=1")).json.count, postCount + 1);
  assert.equal((await reader.getJson("/posts/new-count/?after=x")).status, 404);
});

test("pictures open over the whole screen, and give the focus back", async () => {
  const pictures = [1, 2, 3].map((number) => ["image", file(`${number}.png`, picture(60 * number, 90, red))]);
  await writer.createPost("Three pictures", [...pictures, ["alt", "One"], ["alt", "Two"], ["alt", "Three"]]);
  await page.goto("/posts/");
  await page.locator(".pictures-3 .picture").nth(1).click();
  const viewer = page.locator("dialog.viewer[open]");
  assert.equal(await viewer.locator(".viewer-caption").textContent(), "Two");
  await page.keyboard.press("ArrowRight");
  assert.equal(await viewer.locator(".viewer-count").textContent(), "3 of 3");
  await page.keyboard.press("ArrowRight");
  assert.equal(await viewer.locator("img").getAttribute("alt"), "Three");
  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press("Tab");
    const isInside = await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog") !== null);
    assert.ok(isInside, "the focus left the dialog");
  }
  await page.keyboard.press("Escape");
  await viewer.waitFor({ state: "hidden" });
  await isFocused(".picture:nth-child(3)");

  await page.locator(".pictures-3 .picture").nth(0).click();
  const stage = await page.locator(".viewer-stage").boundingBox();
  await page.mouse.move(stage.x + 400, stage.y + 300);
  await page.mouse.down();
  await page.mouse.move(stage.x + 250, stage.y + 310, { steps: 4 });
  await page.mouse.up();
  assert.equal(await viewer.locator(".viewer-count").textContent(), "2 of 3");
  await page.click(".viewer-close");
});

test("pictures of a new post change their order by keys and by dragging, and come back after removal", async () => {
  await page.goto("/posts/");
  const png = (name) => ({ name, mimeType: "image/png", buffer: picture(80, 60, red) });
  await page.setInputFiles("#image", [png("a.png"), png("b.png"), png("c.png")]);
  const order = () => page.$eval("#image", (input) => [...input.files].map((one) => one.name[0]).join(""));
  await page.locator(".preview-alt").first().fill("The first one");
  await page.getByRole("button", { name: /^Move a\.png later/u }).press("Enter");
  assert.equal(await order(), "bac");
  assert.equal(await page.locator(".preview-alt").nth(1).inputValue(), "The first one");

  const [from, to] = await Promise.all([0, 2].map((at) => page.locator(".preview img").nth(at).boundingBox()));
  await page.mouse.move(from.x + 120, from.y + 90);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 60, { steps: 5 });
  await page.mouse.up();
  assert.equal(await order(), "acb");

  await page.getByRole("button", { name: "Take a.png out" }).click();
  assert.equal(await order(), "cb");
  await page.click(".toast-action");
  assert.equal(await order(), "acb");
  assert.equal(await page.locator(".preview-alt").first().inputValue(), "The first one");
});

test("the profile picture is cut to a square before it is uploaded", async () => {
  await page.goto("/user/edit-profile/");
  await page.setInputFiles("#avatar", { name: "me.png", mimeType: "image/png", buffer: picture(900, 300, red) });
  const cropper = page.locator("dialog.cropper[open]");
  await cropper.waitFor();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("+");
  await cropper.getByRole("button", { name: "Use this" }).click();
  await page.waitForSelector(".avatar-field .avatar img");
  await page.click("main .form-buttons button[type=submit]");
  const avatar = page.locator(".profile .avatar img");
  await avatar.waitFor();
  assert.deepEqual(await avatar.evaluate((one) => one.decode().then(() => one.naturalWidth === one.naturalHeight)), true);

  await page.goto("/user/edit-profile/");
  await page.setInputFiles("#avatar", { name: "me.png", mimeType: "image/png", buffer: picture(90, 30, red) });
  await cropper.waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.$eval("#avatar", (input) => input.files.length), 0);
});

test("what was typed in the profile is there after leaving the page, until it is saved", async () => {
  await page.goto("/user/edit-profile/");
  await page.fill("#bio", "Half a sentence");
  await page.goto("/posts/");
  await page.goto("/user/edit-profile/");
  assert.equal(await page.inputValue("#bio"), "Half a sentence");
  await page.click("main .form-buttons button[type=submit]");
  await page.waitForSelector(".profile-bio");
  await page.goto("/user/edit-profile/");
  assert.equal(await page.locator(".toast-line").count(), 0);
});

test("one line tells of several likes, and marks them all read", async () => {
  const id = await reader.createPost("Liked by many");
  const fans = [];
  for (const start of ["fan", "fan", "fan"]) fans.push(await newMember(start));
  for (const fan of fans) await fan.postJson(`/posts/${id}/like/`);
  await page.goto("/posts/notifications/");
  const line = page.locator("[data-notification-id]", { hasText: "liked your post" });
  assert.equal(await line.count(), 1);
  assert.match(await line.textContent(), new RegExp(`${fans[2].username}\\s+and 2 others liked your post`, "u"));
  assert.match(await line.locator("a").getAttribute("href"), new RegExp(`/posts/${id}/`, "u"));
  await line.locator("[data-mark-read] button").click();
  await badgeBecomes(page, "notification", 0);
  await page.reload();
  assert.equal(await page.locator(".is-unread").count(), 0);
});

test("unfollowing can be undone", async () => {
  await page.goto(`/user/profile/${writer.username}/`);
  const label = page.locator(".profile [data-follow-label]");
  await page.click(".profile .btn-follow");
  await page.locator(".toast-action", { hasText: "Follow again" }).click();
  await page.waitForFunction(() => document.querySelector(".profile [data-follow-label]").textContent === "Following");
  await page.reload();
  assert.equal(await label.textContent(), "Following");
});

test("no script of a page has failed on the way", () => assert.deepEqual(problems, []));
