// Sections 2 and 3 of the contract: statuses, redirects and JSON of every route, through nginx.
import assert from "node:assert/strict";
import { before } from "node:test";
import { endsSession, routes } from "./support/routes.mjs";
import { assertDesigned, assertErrorJson, send, test } from "./support/site.mjs";
import { Visitor, befriend, newFriends, newMember, randomName } from "./support/visitors.mjs";

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/u;
const json = { Accept: "application/json" };

let ann;
let ben;
let post;
let comment;
let table;

before(async () => {
  [ann, ben] = await newFriends();
  post = await ann.createPost("A post to try things on");
  comment = (await ben.postJson(`/posts/${post}/comment/`, { content: "A comment" })).json.comment.id;
  table = routes({ name: ann.username, post, comment });
});

test("who is not signed in is led to the login from pages, and gets 401 as JSON", async () => {
  for (const { path, methods } of table.filter(({ isOpen }) => !isOpen)) {
    for (const method of methods) {
      const page = await send(method, path);
      assert.equal(page.status, 303, `${method} ${path}`);
      const next = method === "GET" ? `?next=${encodeURIComponent(path)}` : "";
      assert.equal(page.location, `/user/login/${next}`);
      assertErrorJson(await send(method, path, { headers: json }), 401);
      assertErrorJson(await send(method, path, { headers: { "X-Requested-With": "XMLHttpRequest" } }), 401);
    }
  }
});

test("a wrong method gets 405 with what is allowed", async () => {
  for (const { path, methods } of table) {
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "GET", "POST"].filter(
      (name) => !methods.includes(name),
    )) {
      const response = await ann.send(method, path);
      assertDesigned(response, 405, `${method} ${path}`);
      const allowed = response.headers.allow.split(/, */u).filter((name) => name !== "HEAD");
      assert.deepEqual(allowed.sort(), [...methods].sort(), `${method} ${path}`);
    }
    assertErrorJson(await ann.send("DELETE", path, { headers: json }), 405, path);
  }
});

test("a missing final slash on a GET is put there with 301, the query kept", async () => {
  for (const { path, methods } of table) {
    if (path === "/" || !methods.includes("GET")) continue;
    const response = await ann.get(`${path.slice(0, -1)}?before=7`);
    assert.equal(response.status, 301, path);
    assert.equal(response.location, `${path}?before=7`);
  }
});

test("every page answers 200, HEAD as well, and is never kept by a shared cache", async () => {
  for (const { path, methods } of table) {
    if (path === "/" || !methods.includes("GET") || path === endsSession) continue;
    const visitor = /login|register/u.test(path) ? new Visitor() : ann;
    const page = await visitor.get(path.replace(`room/${ann.username}`, `room/${ben.username}`));
    assert.equal(page.status, 200, path);
    assert.match(page.headers["cache-control"], /private|no-store/u);
  }
  const head = await ann.send("HEAD", "/posts/");
  assert.equal(head.status, 200);
  assert.equal(head.octets.length, 0);
});

test("what is not there gets 404, and what is another's 403, as a page and as JSON", async () => {
  const nothing = [
    "/nothing/",
    "/posts/999999999/",
    `/user/profile/${randomName()}/`,
    "/user/",
    "/chat/room/",
    "//",
  ];
  for (const path of [
    ...nothing,
    `/chat/room/${randomName()}/`,
    "/index.php",
    "/.env",
    "/posts/1/../../etc/passwd",
  ]) {
    assertDesigned(await ann.get(path), 404, path);
    assertErrorJson(await ann.getJson(path), 404, path);
  }
  for (const path of [
    "/posts/999999999/like/",
    "/posts/999999999/delete/",
    "/posts/comments/999999999/delete/",
  ]) {
    assertDesigned(await ann.post(path), 404);
  }
  const stranger = await newMember("eve");
  for (const path of [
    `/posts/${post}/edit/`,
    `/posts/${post}/delete/`,
    `/posts/comments/${comment}/delete/`,
  ]) {
    assertDesigned(await stranger.post(path, { content: "mine now" }), 403);
    assertErrorJson(await stranger.postJson(path, { content: "mine now" }), 403);
  }
  assertDesigned(await stranger.get(`/posts/${post}/edit/`), 403);
  assertDesigned(await stranger.get(`/chat/room/${ann.username}/`), 403);
  assertDesigned(await stranger.post(`/chat/room/${ann.username}/`, { message: "psst" }), 403);
  assertErrorJson(await stranger.getJson(`/chat/room/${ann.username}/`), 403);
  assert.match((await ann.get(`/posts/${post}/`)).text, /A post to try things on/u);
});

test("successful forms answer with 303", async () => {
  const answers = [
    [await ann.post("/posts/create/", { content: "303" }), /^\/posts\/$/u],
    [
      await ann.post(`/posts/${post}/edit/`, { content: "A post to try things on, edited" }),
      /^\/posts\/\d+\/$/u,
    ],
    [await ann.post(`/posts/${post}/like/`), /^\/posts\/\d+\/#post-\d+$/u],
    [await ann.post(`/posts/${post}/like/`), /^\/posts\/\d+\/#post-\d+$/u],
    [await ann.post(`/posts/${post}/comment/`, { content: "303" }), /^\/posts\/\d+\/#comment-\d+$/u],
    [await ann.post(`/user/follow/${ben.username}/`), new RegExp(`^/user/profile/${ben.username}/$`, "u")],
    [await ann.post("/posts/notifications/mark-read/", { all: "1" }), /^\/posts\/notifications\/$/u],
    [
      await ann.post(`/chat/room/${ben.username}/`, { message: "303" }),
      new RegExp(`^/chat/room/${ben.username}/$`, "u"),
    ],
  ];
  for (const [response, goal] of answers) {
    assert.equal(response.status, 303, response.text.slice(0, 200));
    assert.match(response.location, goal);
  }
});

test("the JSON of each route is the contract's", async () => {
  const [one, other] = [await newMember("one"), await newMember("two")];
  const followed = `/user/follow/${other.username}/`;
  assert.deepEqual((await one.postJson(followed)).json, {
    following: true,
    mutual: false,
    followers_count: 1,
  });
  assert.deepEqual((await one.postJson(followed)).json, {
    following: true,
    mutual: false,
    followers_count: 1,
  });
  const back = await other.postJson(`/user/follow/${one.username}/`);
  assert.deepEqual(back.json, { following: true, mutual: true, followers_count: 1 });
  const gone = await one.postJson(`/user/unfollow/${other.username}/`);
  assert.deepEqual(gone.json, { following: false, mutual: false, followers_count: 0 });
  await befriend(one, other);

  const id = await one.createPost("JSON");
  assert.deepEqual((await other.postJson(`/posts/${id}/like/`)).json, { liked: true, total_likes: 1 });
  assert.deepEqual((await one.postJson(`/posts/${id}/like/`)).json, { liked: true, total_likes: 2 });
  assert.deepEqual((await one.postJson(`/posts/${id}/like/`)).json, { liked: false, total_likes: 1 });

  const added = await other.postJson(`/posts/${id}/comment/`, { content: "  <b>Nice</b>\r\nreally  " });
  assert.equal(added.status, 201);
  const { comment: made, total_comments: total } = added.json;
  assert.deepEqual(Object.keys(made).sort(), ["author", "author_name", "content", "id", "timestamp"]);
  assert.deepEqual([made.author, made.content, total], [other.username, "<b>Nice</b>\nreally", 1]);
  assert.match(made.timestamp, instant);

  const count = async (member, path) => (await member.getJson(path)).json;
  assert.deepEqual(await count(one, "/posts/notifications/unread-count/"), { count: 3 });
  assert.deepEqual((await one.postJson("/posts/notifications/mark-read/", { all: "1" })).json, { count: 0 });
  const room = await one.openRoom(other);
  await one.post(`/chat/room/${other.username}/`, { message: "JSON" });
  assert.deepEqual(await count(other, "/chat/unread-count/"), { count: 1 });
  assert.deepEqual(await count(other, `/chat/unread-count/?exclude_room=${room}`), { count: 0 });
  assert.deepEqual(await count(one, "/chat/unread-count/"), { count: 0 });
});

test("form errors as JSON name the fields", async () => {
  const forms = [
    ["/posts/create/", { content: "" }, ["content"]],
    [`/posts/${post}/edit/`, { content: "" }, ["content"]],
    [`/posts/${post}/comment/`, { content: " " }, ["content"]],
    [`/chat/room/${ben.username}/`, { message: " " }, ["message"]],
    [
      "/user/edit-profile/",
      { email: "no", birth_date: "2999-01-01", website: "javascript:x" },
      ["birth_date", "email", "website"],
    ],
    [
      "/user/password/change/",
      { old_password: "no", password: "short", password_confirm: "other" },
      ["old_password", "password"],
    ],
    ["/posts/notifications/mark-read/", {}, ["id"]],
  ];
  for (const [path, fields, expected] of forms) {
    const response = await ann.postJson(path, fields);
    assert.equal(response.status, 422, path);
    assert.equal(response.json.error, "invalid");
    const named = Object.keys(response.json.fields);
    for (const name of expected) assert.ok(named.includes(name), `${path} ${named}`);
    for (const sentences of Object.values(response.json.fields)) assert.match(sentences[0], /^[A-Z].*\.$/u);
  }
  const visitor = new Visitor();
  await visitor.get("/user/register/");
  const form = {
    username: ann.username.toUpperCase(),
    email: ann.email.toUpperCase(),
    password: "long enough",
    password_confirm: "long enough",
  };
  const taken = await visitor.postJson("/user/register/", form);
  assert.equal(taken.status, 422);
  assert.ok(taken.json.fields.username || taken.json.fields.email);
});

test("health is told to anyone, and metrics to the loopback", async () => {
  const health = await send("GET", "/healthz");
  assert.equal(health.status, 200);
  assert.deepEqual(health.json, { status: "ok", database: "ok", realtime: "ok" });
  const metrics = await send("GET", "/metrics");
  assert.equal(metrics.status, 200);
  assert.match(metrics.headers["content-type"], /^text\/plain; version=0\.0\.4/u);
  assert.match(metrics.text, /^parley_up\{part="database"\} 1$/mu);
});
