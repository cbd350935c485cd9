// What the feed costs a phone: octets over the wire and requests, without members' own pictures.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { enterAs, launch, newPerson } from "./support/browser.mjs";
import { makeCommunity } from "./support/every_page.mjs";
import { test } from "./support/site.mjs";

const firstVisitMax = 120_000; // octets
const firstVisitRequestsMax = 12;
const scriptsMax = 40_000; // octets, compressed: ours and Bootstrap's
const nextPageMax = 20_000; // octets

let browser;
let page;
let loaded; // {path, octets} of each response since the last count

before(async () => {
  browser = await launch();
  const { member } = await makeCommunity();
  const person = await newPerson(browser, "weight");
  await enterAs(person, member);
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
