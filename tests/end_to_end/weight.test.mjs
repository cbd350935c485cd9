// What the feed costs a phone: octets over the wire and requests, without members' own pictures. And nothing on
// a page moves while it loads.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { enterAs, launch, newPerson } from "./support/browser.mjs";
import { makeCommunity } from "./support/every_page.mjs";
import { test } from "./support/site.mjs";

const firstVisitMax = 120_000; // octets
const firstVisitRequestsMax = 12;
const scriptsMax = 40_000; // octets, compressed: ours and Bootstrap's
const nextPageMax = 20_000; // octets

const phone = { width: 390, height: 844 };

let browser;
let community;
let page;
let loaded; // {path, octets} of each response since the last count

before(async () => {
  browser = await launch();
  community = await makeCommunity();
  const person = await newPerson(browser, "weight");
  await enterAs(person, community.member);
  page = person.page;
  await record();
});

after(() => browser?.close());

async function record() {
  const session = await page.context().newCDPSession(page);
  const paths = new Map();
  loaded = [];
  session.on("Network.responseReceived", ({ requestId, response }) => paths.set(requestId, new URL(response.url).pathname));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const path = paths.get(requestId);
    if (path && !path.startsWith("/media/") && encodedDataLength > 0) loaded.push({ path, octets: encodedDataLength });
  });
  await session.send("Network.enable");
}

async function visit(address) {
  loaded = [];
  await page.goto(address, { waitUntil: "networkidle" });
  return loaded;
}

const octetsOf = (list) => list.reduce((sum, { octets }) => sum + octets, 0);

test("the first visit of the feed and the page after it are light", async (context) => {
  const first = await visit("/posts/");
  const scripts = first.filter(({ path }) => path.endsWith(".js"));
  const next = await visit("/posts/notifications/");
  const figures = {
    "first visit, octets": octetsOf(first),
    "first visit, requests": first.length,
    "scripts, octets": octetsOf(scripts),
    "next page, octets": octetsOf(next),
  };
  context.diagnostic(JSON.stringify(figures));
  assert.ok(scripts.length > 0);
  assert.ok(octetsOf(first) <= firstVisitMax, JSON.stringify(first));
  assert.ok(first.length <= firstVisitRequestsMax, JSON.stringify(first));
  assert.ok(octetsOf(scripts) <= scriptsMax, JSON.stringify(scripts));
  assert.ok(octetsOf(next) <= nextPageMax, JSON.stringify(next));
});

// The browser's own measure: the sum of what was moved, by its size and its way.
async function layoutShift(address) {
  await page.goto(address, { waitUntil: "networkidle" });
  await page.waitForTimeout(300);
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(0), 300);
      }),
  );
}

test("nothing moves while a page loads, on a phone", async () => {
  await page.setViewportSize(phone);
  const { member, friend, post } = community;
  const pages = [
    "/posts/",
    `/posts/${post}/`,
    `/chat/room/${friend.username}/`,
    "/chat/",
    `/user/profile/${member.username}/`,
    "/posts/notifications/",
  ];
  const shifts = {};
  for (const address of pages) shifts[address] = await layoutShift(address);
  assert.deepEqual(shifts, Object.fromEntries(pages.map((address) => [address, 0])));
});
