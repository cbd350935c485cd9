// What keeps members safe from other sites and from each other: CSRF, next, sessions, limits, headers.
import assert from "node:assert/strict";
import { before } from "node:test";
import { file } from "./support/form_body.mjs";
import { picture } from "./support/pictures.mjs";
import { endsSession, routes } from "./support/routes.mjs";
import {
  areRatesLimited,
  assertDesigned,
  assertErrorJson,
  host,
  origin,
  send,
  test,
} from "./support/site.mjs";
import { Visitor, newFriends, randomName } from "./support/visitors.mjs";

const json = { Accept: "application/json" };

let ann;
let ben;
let table;

before(async () => {
  [ann, ben] = await newFriends();
  const post = await ann.createPost("A post to try things on");
  const { comment } = (await ben.postJson(`/posts/${post}/comment/`, { content: "A comment" })).json;
  table = routes({ name: ann.username, post, comment: comment.id });
});

test("a POST without a token, with a wrong one, or from another site is refused", async () => {
  const attempts = [
    [{ csrf_token: "" }, {}],
    [{ csrf_token: "0".repeat(128) }, {}],
    [{ csrf_token: ben.token }, {}],
    [{}, { Origin: "https://evil.example" }],
    [{}, { Origin: "null" }],
    [{}, { Origin: origin.replace("http:", "https:") }],
  ];
  for (const { path } of table.filter(({ methods }) => methods.includes("POST"))) {
    for (const [fields, headers] of attempts) {
      assertDesigned(await ann.post(path, fields, headers), 403, path);
    }
    assertErrorJson(await ann.post(path, { csrf_token: "" }, json), 403, path);
  }
  assert.equal((await ann.get("/posts/")).status, 200, "and nobody was logged out by it");
  const right = await ann.post(`/user/follow/${ben.username}/`, {}, { Origin: origin });
  assert.equal(right.status, 303);
});

test("scripts send the token as a header", async () => {
  const headers = { ...json, "X-CSRF-Token": ann.token, Origin: origin };
  const response = await ann.post(`/user/follow/${ben.username}/`, { csrf_token: "" }, headers);
  assert.deepEqual(response.json, { following: true, mutual: true, followers_count: 1 });
});

test("next leads to a path of this site, and to nothing else", async () => {
  const good = ["/chat/", "/posts/?before=7", `/user/profile/${ann.username}/`, "/posts/#post-1"];
  const bad = [
    "",
    "//evil.example/",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
  ];
  bad.push(
    "/%2f/evil.example",
    "/\t/evil.example",
    " //evil.example",
    "posts/",
    "/posts/\r\nX-Bad: 1",
    "/user/logout/",
  );
  bad.push("/%5cevil.example", "///evil.example", "/./user/logout/", "@evil.example", "/%09/evil.example");
  for (const next of [...good, ...bad]) {
    const { location } = await ann.get(`/user/login/?next=${encodeURIComponent(next)}`);
    const landing = new URL(location, origin);
    assert.equal(landing.origin, origin, next);
    assert.ok(!landing.pathname.startsWith("/user/logout"), next);
    if (good.includes(next)) assert.equal(location, next);
  }
  for (const [next, goal] of [
    ["/posts/?before=7", "/posts/?before=7"],
    ["//evil.example/", "/posts/"],
    ["", "/posts/"],
  ]) {
    assert.equal((await new Visitor().logIn(ann.username, ann.password, next)).location, goal);
  }
});

test("the session cookie is a fresh random token, for this site and out of scripts' reach", async () => {
  const visitor = new Visitor();
  await visitor.get("/user/login/");
  const earlier = visitor.jar.get("parley_session");
  const login = await visitor.post("/user/login/", { username: ann.username, password: ann.password });
  const line = login.cookies.find((cookie) => cookie.startsWith("parley_session="));
  assert.match(line, /^parley_session=[0-9a-f]{64};/u);
  for (const flag of ["HttpOnly", "SameSite=Lax", "Path=/"]) assert.ok(line.includes(flag), line);
  assert.doesNotMatch(line, /Domain|Secure/u);
  assert.notEqual(visitor.jar.get("parley_session"), earlier);
});

test("logout ends the session at once, and another site cannot bring it about", async () => {
  const visitor = new Visitor();
  await visitor.logIn(ann.username, ann.password);
  const asked = await visitor.get("/user/logout/", { "Sec-Fetch-Site": "cross-site" });
  assert.equal(asked.status, 200);
  assert.match(asked.text, /<form method="post" action="\/user\/logout\/"/u);
  assert.equal((await visitor.get("/posts/")).status, 200);
  const stolen = visitor.cookie;
  assert.equal((await visitor.get("/user/logout/")).location, "/user/login/");
  assert.equal((await send("GET", "/posts/", { headers: { Cookie: stolen } })).status, 303);
});

test("too many wrong passwords get 429 with the time to wait", { skip: !areRatesLimited }, async () => {
  const visitor = new Visitor();
  await visitor.get("/user/login/");
  const username = randomName("nobody");
  let response;
  for (let attempt = 0; attempt < 12; attempt += 1) {
    response = await visitor.post("/user/login/", { username, password: "wrong" });
    if (attempt < 9) assert.equal(response.status, 422);
  }
  assertDesigned(response, 429);
  assert.ok(Number(response.headers["retry-after"]) > 5);
});

function assertSafe({ headers }, what) {
  assert.match(headers["content-security-policy"] ?? "", /default-src 'none'/u, what);
  assert.match(headers["content-security-policy"], /frame-ancestors 'none'/u, what);
  assert.doesNotMatch(headers["content-security-policy"], /unsafe|\*/u, what);
  assert.equal(headers["x-content-type-options"], "nosniff", what);
  assert.equal(headers["x-frame-options"], "DENY", what);
  assert.equal(headers["referrer-policy"], "same-origin", what);
  assert.doesNotMatch(headers.server ?? "", /\d/u, what);
}

test("pages, errors, static files and pictures carry the headers that keep them safe", async () => {
  const id = await ann.createPost("With a picture", [
    ["image", file("a.png", picture(40, 30, [9, 99, 199]))],
  ]);
  const page = await ann.get(`/posts/${id}/`);
  const image = await send("GET", /<img src="(\/media\/[^"]+)"/u.exec(page.text)[1]);
  assert.equal(image.status, 200);
  assert.match(image.headers["content-type"], /^image\/webp/u);
  const style = await send("GET", /href="(\/static\/app\.[^"]+\.css)"/u.exec(page.text)[1]);
  assert.match(style.headers["content-type"], /^text\/css/u);
  for (const kept of [image, style]) assert.match(kept.headers["cache-control"], /immutable/u);
  assertSafe(page, "page");
  assertSafe(image, "picture");
  assertSafe(style, "style");
  for (const path of ["/nothing/", "/static/nothing.css", "/media/nothing.webp", "/static/", "/media/"]) {
    const error = await ann.get(path);
    assertDesigned(error, error.status === 403 ? 403 : 404);
    assertSafe(error, path);
  }
  for (const path of [
    "/static/..%2f..%2fREADME.md",
    "/static/../README.md",
    "/media/../../secret",
    "/static/%00",
  ]) {
    const { status } = await send("GET", path);
    assert.ok([400, 403, 404].includes(status), `${path}: ${status}`);
  }
});

test("pages have no script, style or event handler within, and use only what is there", async () => {
  const used = new Set();
  for (const { path } of table.filter(
    ({ path: p, methods }) => methods.includes("GET") && p !== endsSession,
  )) {
    const { text } = await ann.get(path.replace(`room/${ann.username}`, `room/${ben.username}`));
    assert.doesNotMatch(text, /<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src=)|\{\{/u, path);
    for (const [, url] of text.matchAll(/(?:href|src)="(\/static\/[^"#]+)/gu)) used.add(url);
  }
  assert.ok(used.size > 3);
  for (const url of used) assert.equal((await send("GET", url)).status, 200, url);
});

test("a host that is not ours is refused", async () => {
  for (const name of ["evil.example", `evil.example:${host.split(":")[1]}`, "127.0.0.1.evil.example"]) {
    const response = await send("GET", "/user/login/", { headers: { Host: name } });
    assert.ok([400, 403, 404, 421].includes(response.status), `${response.status}`);
    assertDesigned(response, response.status);
  }
});
