// A real browser, and people who sit before it.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { origin } from "./site.mjs";
import { randomName } from "./visitors.mjs";

const patience = 10_000;

export const launch = () =>
  chromium.launch({
    executablePath: process.env.PARLEY_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--headless=new",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
    ],
  });

// Somebody with a browser of their own (cookies, storage) and a name that is free.
export async function newPerson(browser, start, options = {}) {
  const context = await browser.newContext({ baseURL: origin, ...options });
  context.setDefaultTimeout(patience);
  const username = randomName(start);
  const person = { context, username, email: `${username}@example.org`, password: `long enough ${username}` };
  person.problems = [];
  context.on("weberror", (error) => person.problems.push(String(error.error())));
  person.page = await context.newPage();
  return person;
}

export async function register({ page, username, email, password }) {
  await page.goto("/user/register/");
  await page.fill("#username", username);
  await page.fill("#email", email);
  await page.fill("#password", password);
  await page.fill("#password_confirm", password);
  await page.click("main button[type=submit]");
  await page.waitForURL("**/user/login/");
}

export async function logIn({ page, username, password }) {
  await page.goto("/user/login/");
  await page.fill("#username", username);
  await page.fill("#password", password);
  await page.click("main button[type=submit]");
  await page.waitForURL("**/posts/");
}

// Enters as a member made without a browser.
export const enterAs = ({ context }, member) =>
  context.addCookies([...member.jar].map(([name, value]) => ({ name, value, url: origin })));

// What a badge of the navbar says; 0 when it is hidden.
export const badge = (page, name) =>
  page.$eval(`#${name}-badge`, (element) => (element.hidden ? 0 : Number(element.textContent)));

export async function badgeBecomes(page, name, count, within = 1000) {
  await page.waitForFunction(
    ([id, wanted]) => {
      const element = document.getElementById(id);
      return (element.hidden ? 0 : Number(element.textContent)) === wanted;
    },
    [`${name}-badge`, count],
    { timeout: within },
  );
}

// Proves later that the page was not loaded anew.
export const mark = (page) => page.evaluate(() => (window.isSamePage = true));
export const assertSamePage = async (page) => assert.ok(await page.evaluate(() => window.isSamePage));
