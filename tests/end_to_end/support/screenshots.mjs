// node tests/end_to_end/support/screenshots.mjs [FOLDER] [NAME…]: every page of a running site that bin/demo has
// filled, in both themes, on a phone and on a desk, as small WebP files in docs/screenshots. With names, only those.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { launch } from "./browser.mjs";
import { origin } from "./site.mjs";

const username = process.env.PARLEY_DEMO_USER ?? "mara";
const password = process.env.PARLEY_DEMO_PASSWORD ?? "parley-demo";
const [folder = "docs/screenshots", ...wanted] = process.argv.slice(2);
const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
const quality = 60;

const visitors = { login: "/user/login/", register: "/user/register/" };

const members = {
  feed: "/posts/",
  notifications: "/posts/notifications/",
  "new-post": "/posts/create/",
  chats: "/chat/",
  "edit-profile": "/user/edit-profile/",
  password: "/user/password/change/",
  "not-found": "/no/such/page/",
};

// Pages whose addresses stand on other pages.
async function addressesFound(page) {
  const first = async (address, selector) => {
    await page.goto(address);
    return page.locator(selector).first().getAttribute("href");
  };
  const post = await first("/posts/", '[data-post-id]:has(.pictures) .post-meta a');
  const author = await first(post, ".post-author a");
  return {
    post,
    profile: author,
    people: author.replace("/profile/", "/followers/"),
    "chat-room": await first("/chat/", "a.chat-row"),
    "own-profile": `/user/profile/${username}/`,
  };
}

async function capture(page, name) {
  const session = await page.context().newCDPSession(page);
  for (const [screen, size] of Object.entries(screens)) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.waitForTimeout(150);
      const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality });
      writeFileSync(path.join(folder, `${name}-${screen}-${colorScheme}.webp`), Buffer.from(data, "base64"));
    }
  }
  await session.detach();
}

async function captureAll(page, addresses) {
  for (const [name, address] of Object.entries(addresses)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    await page.goto(address, { waitUntil: "networkidle" });
    await capture(page, name);
  }
}

// What is seen only after a click.
async function captureViewer(page) {
  if (wanted.length > 0 && !wanted.includes("viewer")) return;
  await page.goto("/posts/", { waitUntil: "networkidle" });
  await page.locator(".picture").first().click();
  await page.waitForFunction(() => document.querySelector(".viewer-image").complete);
  await capture(page, "viewer");
}

mkdirSync(folder, { recursive: true });
const browser = await launch();
const context = await browser.newContext({ baseURL: origin, locale: "en-GB", viewport: screens.desktop });
const page = await context.newPage();
await captureAll(page, visitors);
await page.goto("/user/login/");
await page.fill("#username", username);
await page.fill("#password", password);
await page.click("main button[type=submit]");
await page.waitForURL("**/posts/");
await captureAll(page, { ...members, ...(await addressesFound(page)) });
await captureViewer(page);
await browser.close();
