// Without a network, pages give way to one that says so.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { launch, newPerson } from "./support/browser.mjs";
import { test } from "./support/site.mjs";

let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

test("a page that cannot be fetched gives way to the offline page, in the site's style", async () => {
  const { context, page } = await newPerson(browser, "traveller");
  await page.goto("/user/login/");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload(); // from here on the service worker answers
  await context.setOffline(true);
  await page.goto("/user/register/");
  assert.equal(await page.textContent("h1"), "You're offline");
  const styled = await page.$eval(".btn-primary", (button) => getComputedStyle(button).backgroundColor);
  assert.equal(styled, "rgb(184, 67, 15)");
  await context.setOffline(false);
  await page.getByRole("link", { name: "Try again" }).click();
  await page.waitForSelector("h1:text('Join Parley')");
  await context.close();
});
