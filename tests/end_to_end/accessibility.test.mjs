// Every page, in both themes and at three widths, has nothing that axe objects to (WCAG 2.2 AA and its best
// practices), nor have the dialogs and the states that scripts make; and the HTML of every page is valid.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { HtmlValidate } from "html-validate";
import { enterAs, launch, newPerson } from "./support/browser.mjs";
import { makeCommunity, membersPages, newcomersPages, visitorsPages } from "./support/every_page.mjs";
import { picture } from "./support/pictures.mjs";
import { test } from "./support/site.mjs";
import { Visitor } from "./support/visitors.mjs";

const widths = [360, 768, 1280];
const height = 800;
const themes = ["light", "dark"];
const patience = { timeout: 240_000 };
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
let community;
let pages; // [visitor, addresses]

before(async () => {
  community = await makeCommunity();
  pages = [
    [new Visitor(), visitorsPages],
    [community.newcomer, newcomersPages],
    [community.member, membersPages(community)],
  ];
  browser = await launch();
});

after(() => browser?.close());

async function enter(visitor) {
  const person = await newPerson(browser, "axe", { reducedMotion: "reduce" });
  await enterAs(person, visitor);
  return person.page;
}

// One line for each element that a rule objects to.
async function objections(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), rules);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html.slice(0, 120)}`));
}

async function objectionsEverywhere(page, name) {
  const found = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const one of await objections(page)) found.push(`${name} ${width} ${colorScheme}: ${one}`);
    }
  }
  return found;
}

async function narrowOverflow(page, name) {
  await page.setViewportSize({ width: 320, height });
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  return isWide ? [`${name}: scrolls sideways at 320 px`] : [];
}

test("axe has no objection to any page, and none scrolls sideways at 320 px", patience, async () => {
  const found = [];
  for (const [visitor, addresses] of pages) {
    const page = await enter(visitor);
    for (const address of addresses) {
      await page.goto(address, { waitUntil: "load" });
      found.push(...(await objectionsEverywhere(page, address)), ...(await narrowOverflow(page, address)));
    }
    await page.context().close();
  }
  assert.deepEqual(found, []);
});

test("axe has no objection to menus, dialogs and other states", patience, async () => {
  const { member, stranger, newcomer } = community;
  const page = await enter(member);
  const found = [];
  const look = async (name) => found.push(...(await objectionsEverywhere(page, name)));

  await page.goto("/posts/");
  await page.locator("[data-menu] summary").first().click();
  await look("a post's menu");
  await page.locator(".menu-item-danger:visible").click();
  await look("the question before deleting");
  await page.keyboard.press("Escape");
  await page.locator(".pictures-4 .picture").first().click();
  await look("the viewer");
  await page.keyboard.press("Escape");
  const png = (name) => ({ name, mimeType: "image/png", buffer: picture(80, 60, [200, 100, 50]) });
  await page.setInputFiles("#image", [png("a.png"), png("b.png")]);
  await page.fill("#content", "x".repeat(5010));
  await look("the composer with pictures and too long a text");
  await newcomer.postJson(`/user/follow/${member.username}/`);
  await member.createPost("New in the meantime");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await page.waitForSelector(".new-posts-pill:not([hidden])");
  await page.evaluate(() => scrollTo(0, 0));
  await look("the pill");
  await page.goto("/user/edit-profile/");
  await page.setInputFiles("#avatar", png("me.png"));
  await page.waitForSelector("dialog.cropper[open]");
  await look("cutting the picture");
  await page.goto(`/user/profile/${stranger.username}/`);
  await page.click(".profile .btn-follow");
  await page.waitForFunction(() => !document.querySelector(".profile [data-busy]"));
  await page.click(".profile .btn-follow");
  await page.click("dialog .btn-primary");
  await page.waitForSelector(".toast-action");
  await look("a toast with undo");
  await page.context().close();
  assert.deepEqual(found, []);
});

test("axe has no objection to refused forms", patience, async () => {
  const page = await enter(new Visitor());
  await page.goto("/user/register/");
  await page.evaluate(() => (document.querySelector("main form").noValidate = true));
  await page.click("main button[type=submit]");
  await page.waitForSelector("[aria-invalid]");
  assert.deepEqual(await objectionsEverywhere(page, "register refused"), []);
  await page.context().close();
});

const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });

async function invalidities(name, html) {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${name}, line ${line}: ${message} (${ruleId})`),
  );
}

test("the HTML of every page is valid", patience, async () => {
  const found = [];
  for (const [visitor, addresses] of pages) {
    for (const address of addresses) {
      found.push(...(await invalidities(address, (await visitor.get(address)).text)));
    }
  }
  const { member, post } = community;
  const refused = [
    await new Visitor().post("/user/login/", { username: "x" }),
    await member.post("/posts/create/", { content: "" }),
    await member.post(`/posts/${post}/comment/`, { content: "" }),
    await member.post("/user/edit-profile/", { email: "no" }),
    await member.post("/user/password/change/", { old_password: "no" }),
    await member.get("/user/logout/", { "Sec-Fetch-Site": "cross-site" }),
    await member.send("PUT", "/posts/"),
  ];
  for (const { text, status } of refused) found.push(...(await invalidities(`refused with ${status}`, text)));
  assert.deepEqual([...new Set(found)], []);
});
