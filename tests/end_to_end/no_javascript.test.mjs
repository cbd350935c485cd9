// Everything but live delivery works in a browser whose scripts are switched off.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { launch, logIn, newPerson, register } from "./support/browser.mjs";
import { picture } from "./support/pictures.mjs";
import { test } from "./support/site.mjs";

const png = (name, colour) => ({ name, mimeType: "image/png", buffer: picture(300, 200, colour) });

let browser;
let ann;
let ben;

before(async () => {
  browser = await launch();
  ann = await newPerson(browser, "ann", { javaScriptEnabled: false });
  ben = await newPerson(browser, "ben", { javaScriptEnabled: false });
});

after(() => browser?.close());

const profileOf = (member) => `/user/profile/${member.username}/`;
const flash = (page) => page.textContent("[data-flash]");
const postWith = (page, text) => page.locator("[data-post-id]", { hasText: text });

async function chooseFromMenu(page, text, choice) {
  const post = postWith(page, text);
  await post.locator("[data-menu] summary").click();
  await post.locator(".menu-item", { hasText: choice }).click();
}

async function pressFollow(person, other, label) {
  await person.page.goto(profileOf(other));
  await person.page.click(".profile .btn-follow");
  await person.page.waitForURL(`**${profileOf(other)}`);
  assert.equal(await person.page.textContent(".profile [data-follow-label]"), label);
}

test("registering and logging in", async () => {
  for (const person of [ann, ben]) {
    await register(person);
    await logIn(person);
  }
});

test("a refused form comes back filled in, with a sentence at the field", async () => {
  const visitor = await newPerson(browser, "new", { javaScriptEnabled: false });
  const { page } = visitor;
  await page.goto("/user/register/");
  await page.fill("#username", ann.username.toUpperCase());
  await page.fill("#email", visitor.email);
  await page.fill("#password", visitor.password);
  await page.fill("#password_confirm", "something else");
  await page.click("main button[type=submit]");
  assert.equal(await page.inputValue("#username"), ann.username.toUpperCase());
  assert.equal(await page.inputValue("#email"), visitor.email);
  assert.ok((await page.textContent("#password_confirm-error")).length > 5);
  await page.fill("#password", visitor.password);
  await page.fill("#password_confirm", visitor.password);
  await page.click("main button[type=submit]");
  assert.ok((await page.textContent("#username-error")).length > 5);
  await visitor.context.close();
});

test("writing, editing and deleting a post with a picture", async () => {
  const { page } = ann;
  await page.goto("/posts/");
  await page.fill("#content", "Without any script");
  await page.setInputFiles("#image", [png("a.png", [20, 120, 90]), png("b.png", [120, 20, 90])]);
  await page.click(".noscript-alt summary");
  await page.fill("#alt-1", "Green");
  await page.click(".composer-submit");
  await page.waitForURL("**/posts/");
  const images = postWith(page, "Without any script").locator(".picture img");
  assert.equal(await images.count(), 2);
  assert.equal(await images.first().getAttribute("alt"), "Green");

  await chooseFromMenu(page, "Without any script", "Edit");
  await page.fill("#content", "Edited without any script");
  await page.click("main button[type=submit]");
  assert.match(await postWith(page, "Edited without any script").textContent(), /edited/u);

  await page.goto("/posts/create/");
  await page.fill("#content", "Soon gone");
  await page.click(".composer-submit");
  await page.waitForURL("**/posts/");
  await chooseFromMenu(page, "Soon gone", "Delete");
  assert.match(await flash(page), /deleted/u);
  assert.equal(await postWith(page, "Soon gone").count(), 0);
});

test("following, unfollowing and following again", async () => {
  await pressFollow(ben, ann, "Following");
  await pressFollow(ben, ann, "Follow");
  await pressFollow(ben, ann, "Following");
  await pressFollow(ann, ben, "Friends");
  await ann.page.click(`.profile-counts a[href="/user/followers/${ben.username}/"]`);
  assert.match(await ann.page.textContent("main"), new RegExp(ann.username, "u"));
});

test("liking, commenting and deleting the comment", async () => {
  const { page } = ben;
  await page.goto("/posts/");
  const post = postWith(page, "Edited without any script");
  await post.locator(".action-like").click();
  await page.waitForURL("**/posts/#post-*");
  assert.equal(await post.locator(".action-like").getAttribute("aria-pressed"), "true");
  assert.equal(await post.locator("[data-like-count]").textContent(), "1");

  await post.locator('a[href$="#comments"]').click();
  for (const text of ["First comment", "Second comment"]) {
    await page.fill("#comment-content", text);
    await page.click("[data-comment-form] button[type=submit]");
    await page.waitForSelector(`[data-comment-id] >> text=${text}`);
  }
  await page
    .locator("[data-comment-id]", { hasText: "First comment" })
    .locator(".comment-delete button")
    .click();
  assert.match(await flash(page), /deleted/u);
  assert.equal(await page.locator("[data-comment-id]").count(), 1);
  assert.equal(await page.textContent("[data-comment-count]"), "1");
});

test("notifications are marked read, one and all", async () => {
  const { page } = ann;
  await page.goto("/posts/notifications/");
  const unread = page.locator("[data-notification-id].is-unread");
  assert.equal(await unread.count(), 3);
  assert.equal(await page.textContent("#notification-badge"), "3");
  await unread.first().locator("[data-mark-read] button").click();
  assert.equal(await unread.count(), 2);
  await page.click("[data-mark-all] button");
  assert.equal(await unread.count(), 0);
  assert.equal(await page.isVisible("#notification-badge"), false);
});

test("chatting by sending the form and loading the page again", async () => {
  await ann.page.goto("/chat/");
  await ann.page.click(`[data-username="${ben.username}"] a`);
  for (const text of ["Hello, slowly", "And again"]) {
    await ann.page.fill("#message", text);
    await ann.page.click("[data-room-form] button[type=submit]");
    await ann.page.waitForSelector(`.bubble >> text=${text}`);
  }
  await ben.page.goto("/posts/");
  assert.equal(await ben.page.textContent("#chat-badge"), "2");
  await ben.page.goto(`/chat/room/${ann.username}/`);
  assert.deepEqual(await ben.page.locator(".bubble").allTextContents(), ["Hello, slowly", "And again"]);
  assert.equal(await ben.page.isVisible("#chat-badge"), false);
  await ben.page.fill("#message", "Got it");
  await ben.page.click("[data-room-form] button[type=submit]");
  await ann.page.reload();
  assert.equal(await ann.page.locator(".bubble").last().textContent(), "Got it");
});

test("editing the profile, with a picture put in and taken out", async () => {
  const { page } = ann;
  await page.goto("/user/edit-profile/");
  await page.fill("#first_name", "Änne");
  await page.fill("#last_name", "O'Hara");
  await page.fill("#bio", "Line one\nhttps://example.org/ line two");
  await page.fill("#location", "Ålesund");
  await page.fill("#website", "https://example.org/me");
  await page.fill("#birth_date", "1990-02-28");
  await page.setInputFiles("#avatar", png("me.png", [200, 150, 20]));
  await page.click("main button[type=submit]");
  await page.waitForURL(`**${profileOf(ann)}`);
  assert.equal(await page.textContent("#profile-name"), "Änne O'Hara");
  assert.match(await page.textContent(".profile-bio"), /^Line one\nexample\.org line two$/u);
  assert.match(await page.textContent(".profile-facts"), /Ålesund/u);
  const avatar = page.locator(".profile .avatar img");
  assert.ok((await page.request.get(await avatar.getAttribute("src"))).ok());

  await page.goto("/user/edit-profile/");
  assert.equal(await page.inputValue("#first_name"), "Änne");
  assert.equal(await page.inputValue("#birth_date"), "1990-02-28");
  await page.check("[name=remove_avatar]");
  await page.click("main button[type=submit]");
  await page.waitForURL(`**${profileOf(ann)}`);
  assert.equal(await avatar.count(), 0);
});

test("changing the password signs other devices out, and the old one is of no use", async () => {
  const other = await newPerson(browser, "other", { javaScriptEnabled: false });
  Object.assign(other, { username: ann.username, password: ann.password });
  await logIn(other);
  const password = `${ann.password} changed`;
  await ann.page.goto("/user/password/change/");
  await ann.page.fill("#old_password", ann.password);
  await ann.page.fill("#password", password);
  await ann.page.fill("#password_confirm", password);
  await ann.page.click("main button[type=submit]");
  assert.match(await flash(ann.page), /password is changed/u);
  await other.page.goto("/posts/");
  assert.match(other.page.url(), /\/user\/login\/\?next=%2Fposts%2F/u);
  await other.page.fill("#username", ann.email);
  await other.page.fill("#password", ann.password);
  await other.page.click("main button[type=submit]");
  assert.match(await other.page.textContent("[role=alert]"), /not right/u);
  await other.page.fill("#password", password);
  await other.page.click("main button[type=submit]");
  await other.page.waitForURL("**/posts/");
  await other.context.close();
});

test("logging out, on a phone too", async () => {
  const { page } = ann;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/posts/");
  await page.locator('a[href="/user/logout/"]:visible').first().click();
  await page.waitForURL("**/user/login/");
  assert.match(await flash(page), /logged out/u);
  await page.goto("/posts/");
  assert.match(page.url(), /\/user\/login\//u);
});
