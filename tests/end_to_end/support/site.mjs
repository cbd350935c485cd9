// The site under test: where it is, and how a test asks and waits.
import assert from "node:assert/strict";
import http from "node:http";
import path from "node:path";
import nodeTest from "node:test";

export const { origin, host, hostname, port } = new URL(process.env.PARLEY_URL ?? "http://127.0.0.1:8000");
export const state = path.resolve(process.env.PARLEY_STATE ?? "var");
export const areRatesLimited = process.env.PARLEY_RATE_LIMITS !== "off";

const testMax = 60_000;
const requestMax = 30_000;

// test(name, run) or test(name, options, run), with a limit of time.
export const test = (name, ...rest) => nodeTest(name, { timeout: testMax, ...rest.at(-2) }, rest.at(-1));

export const sleep = (wait) => new Promise((resolve) => setTimeout(resolve, wait));

// Asks again and again until the answer is truthy, and returns it.
export async function until(question, { within = 5000, every = 50 } = {}) {
  const deadline = Date.now() + within;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > deadline) assert.fail(`not within ${within} ms: ${question}`);
    await sleep(every);
  }
}

// One request on a connection of its own, sent as it is given. body: string or Buffer.
export function send(method, target, { headers = {}, body = "", within = requestMax } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { hostname, port, method, path: target, agent: false, headers: { Host: host, ...headers } },
      (response) => {
        const parts = [];
        response.on("data", (part) => parts.push(part));
        response.on("error", reject);
        response.on("end", () => {
          request.destroy();
          resolve(answer(response, Buffer.concat(parts)));
        });
      },
    );
    request.setTimeout(within, () =>
      request.destroy(new Error(`${method} ${target}: no answer in ${within} ms`)),
    );
    request.on("error", reject);
    request.end(body);
  });
}

function answer({ statusCode, headers }, octets) {
  const text = octets.toString("utf8");
  return {
    status: statusCode,
    headers,
    octets,
    text,
    location: headers.location,
    cookies: headers["set-cookie"] ?? [],
    get json() {
      assert.match(headers["content-type"] ?? "", /^application\/json/u, text.slice(0, 200));
      return JSON.parse(text);
    },
  };
}

export const isHealthy = async () => {
  const health = await send("GET", "/healthz", { within: 3000 }).catch(() => null);
  return health?.status === 200;
};

// An error page has the site's style and a way home, and says nothing of our insides.
export function assertDesigned(response, status, what = "") {
  assert.equal(response.status, status, `${what} ${response.text.slice(0, 300)}`);
  assert.match(response.headers["content-type"] ?? "", /^text\/html; ?charset=utf-8/iu);
  assert.match(response.text, /<link rel="stylesheet" href="\/static\/app\.[^"]+\.css">/u);
  assert.match(response.text, /<a [^>]*href="\/"/u);
  assert.match(response.text, /<html lang="en">/u);
  assert.doesNotMatch(response.text, /nginx|Poco|mariadb|mysql|SELECT |\{\{|exception/iu);
}

export function assertErrorJson(response, status, what = "") {
  assert.equal(response.status, status, `${what} ${response.text.slice(0, 300)}`);
  const { error, message } = response.json;
  assert.match(error, /^[a-z_]+$/u);
  assert.ok(message.length > 5, message);
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

export const unescaped = (html) => html.replace(/&(amp|lt|gt|quot|#39);/gu, (_, name) => entities[name]);

export const escaped = (text) =>
  Object.entries(entities).reduce((html, [name, sign]) => html.replaceAll(sign, `&${name};`), text);
