// What nobody should write: each gets the designed answer, loses no text, and changes nothing.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { badge, enterAs, launch, newPerson } from "./support/browser.mjs";
import { file } from "./support/form_body.mjs";
import { errorAt, postsOf, typed } from "./support/pages.mjs";
import { picture } from "./support/pictures.mjs";
import { answerTo, asBody } from "./support/raw_http.mjs";
import { assertDesigned, escaped, host, send, test } from "./support/site.mjs";
import { befriend, newFriends, newMember } from "./support/visitors.mjs";

let ann;
let ben;
let post;

before(async () => {
  [ann, ben] = await newFriends();
  post = await ann.createPost("A post that stays as it is");
});

test("texts that are too long, empty or invisible come back with a sentence at the field", async () => {
  const forms = [
    ["/posts/create/", "content", 5000],
    [`/posts/${post}/edit/`, "content", 5000],
    [`/posts/${post}/comment/`, "content", 1000],
    [`/chat/room/${ben.username}/`, "message", 4000],
  ];
  for (const [path, name, longest] of forms) {
    const texts = [
      "é<&>\"'".repeat(Math.ceil(longest / 6)).slice(0, longest) + "x",
      "",
      " \n ",
      "\u200B\u200B\uFEFF",
      "\u00AD\u2060",
    ];
    for (const text of texts) {
      const response = await ann.post(path, { [name]: text });
      assertDesigned(response, 422, path);
      assert.ok(errorAt(response.text, name), `${path} ${text.slice(0, 9)}`);
      if (text.trim()) assert.equal(typed(response.text, name), text, path);
    }
  }
  assert.match((await ann.get(`/posts/${post}/`)).text, /A post that stays as it is/u);
  assert.equal(await postsOf(ann), 1);
});

test("a refused profile keeps every field", async () => {
  const form = {
    first_name: "x".repeat(151),
    last_name: 'O"Hara',
    email: "not an address",
    bio: "b".repeat(501),
    location: "l".repeat(101),
    website: "javascript:alert(1)",
    birth_date: "2999-12-31",
  };
  const response = await ann.post("/user/edit-profile/", form);
  assertDesigned(response, 422);
  for (const [name, value] of Object.entries(form)) {
    assert.equal(typed(response.text, name), value, name);
    if (name !== "last_name") assert.ok(errorAt(response.text, name), name);
  }
  for (const date of ["1990-02-30", "0000-00-00", "yesterday", "19900101", "-1990-01-01", "1990-1-1"]) {
    assert.equal((await ann.post("/user/edit-profile/", { ...form, birth_date: date })).status, 422, date);
  }
});

test("odd names, addresses and passwords make no account", async () => {
  const good = {
    username: "good_name",
    email: "a@example.org",
    password: "long enough",
    password_confirm: "long enough",
  };
  const bad = [
    ...["", "ab", "x".repeat(33), "with space", "sla/sh", "<b>", "ümlaut", "a\u200Bb"].map((username) => ({
      username,
    })),
    ...["", "no", "@", "a@", "a b@example.org", `${"x".repeat(260)}@example.org`, "a@b\r\nBcc: c@d.org"].map(
      (email) => ({ email }),
    ),
    ...["", "short", "x".repeat(1025)].map((password) => ({ password, password_confirm: password })),
    { password_confirm: "another one" },
  ];
  const visitor = await newMember("old");
  await visitor.get("/user/logout/");
  await visitor.get("/user/register/");
  for (const fields of bad) {
    const unique = { ...good, username: `n${Math.random().toString(36).slice(2, 12)}` };
    const response = await visitor.post("/user/register/", { ...unique, ...fields });
    assert.equal(response.status, 422, JSON.stringify(fields).slice(0, 60));
  }
});

test("text that is no UTF-8, and NUL, are refused", async () => {
  for (const value of ["%ff%fe", "%c0%80", "%ed%a0%80", "%f5%80%80%80", "a%00b", "%C3"]) {
    for (const path of ["/posts/create/", `/posts/${post}/comment/`, `/posts/${post}/edit/`]) {
      const body = `csrf_token=${ann.token}&content=${value}`;
      const response = await ann.send("POST", path, asBody(body, "application/x-www-form-urlencoded"));
      assert.ok([400, 422].includes(response.status), `${value}: ${response.status}`);
      assertDesigned(response, response.status);
    }
    for (const path of [`/posts/?before=${value}`, `/user/profile/${value}/`, `/user/login/?next=${value}`]) {
      const { status } = await ann.get(path);
      assert.ok(status < 500, `${path}: ${status}`);
    }
  }
});

test("5,000 characters of four octets each are kept to the last one", async () => {
  const text = "🌊".repeat(5000);
  const id = await ann.createPost(text);
  const page = await ann.get(`/posts/${id}/`);
  assert.ok(page.text.includes(text));
  assert.equal(typed((await ann.get(`/posts/${id}/edit/`)).text, "content"), text);
  const comment = await ann.postJson(`/posts/${id}/comment/`, { content: "🌊".repeat(1000) });
  assert.equal(comment.json.comment.content, "🌊".repeat(1000));
  for (const odd of ["Z̸̢̛a̷l̶g̵o̴", "\u202Eright to left", "👩‍👩‍👧‍👦", "نص عربي", "a\u0301", "𝕳𝖊𝖑𝖑𝖔"]) {
    const kept = await ann.postJson(`/posts/${id}/comment/`, { content: odd });
    assert.equal(kept.json.comment.content, odd);
  }
  assertDesigned(await ann.post("/posts/create/", { content: `${text}🌊` }), 422);
  await ann.post(`/posts/${id}/delete/`);
});

test("ids that are none lead to 404, and odd places in a list do no harm", async () => {
  for (const id of [
    "0",
    "-1",
    "99999999999999999999",
    "18446744073709551616",
    "abc",
    "1.5",
    "1e3",
    "+1",
    "%31x",
    "%D9%A3",
  ]) {
    for (const path of [`/posts/${id}/`, `/posts/${id}/edit/`]) assertDesigned(await ann.get(path), 404);
    for (const act of ["edit", "delete", "like", "comment"]) {
      const response = await ann.post(`/posts/${id}/${act}/`, { content: "x" });
      assertDesigned(response, 404);
    }
    assertDesigned(await ann.post(`/posts/comments/${id}/delete/`), 404);
    const mark = await ann.post("/posts/notifications/mark-read/", { id: decodeURIComponent(id) });
    assert.ok([400, 404, 422].includes(mark.status), `${id}: ${mark.status}`);
    const lists = [
      "/posts/",
      "/chat/",
      "/posts/notifications/",
      `/user/followers/${ann.username}/`,
      `/chat/room/${ben.username}/`,
    ];
    for (const path of [
      ...lists.map((list) => `${list}?before=${id}`),
      `/chat/unread-count/?exclude_room=${id}`,
    ]) {
      const { status } = await ann.get(path);
      assert.ok([200, 400, 404].includes(status), `${path}: ${status}`);
    }
  }
});

test("requests that are hardly HTTP get an answer or a closed door, never a 5xx", async () => {
  const cookie = `Host: ${host}\r\nConnection: close\r\nCookie: ${ann.cookie}\r\n`;
  const lines = [
    `GET /posts/%0d%0aX-Bad:1/ HTTP/1.1\r\n${cookie}\r\n`,
    `GET /${"x".repeat(9000)} HTTP/1.1\r\n${cookie}\r\n`,
    `GET /posts/?${"x=1&".repeat(1500)} HTTP/1.1\r\n${cookie}\r\n`,
    `GET /posts/ HTTP/1.1\r\n${cookie}X-Long: ${"y".repeat(40_000)}\r\n\r\n`,
    `GET /posts/ HTTP/1.1\r\n${cookie}Cookie: ${"a=b; ".repeat(500)}parley_session=\r\n\r\n`,
    `POST /posts/create/ HTTP/1.1\r\n${cookie}Content-Length: -5\r\n\r\n`,
    `POST /posts/create/ HTTP/1.1\r\n${cookie}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `GET /posts/ HTTP/1.1\r\nConnection: close\r\n\r\n`,
    `GET /posts/1%00/ HTTP/1.1\r\n${cookie}\r\n`,
    `GET /%zz/ HTTP/1.1\r\n${cookie}\r\n`,
    "nonsense\r\n\r\n",
  ];
  for (const octets of lines) {
    const answer = await answerTo(octets);
    assert.doesNotMatch(answer, /^HTTP\/1\.1 5/u, `${octets.slice(0, 40)} → ${answer.slice(0, 60)}`);
    assert.doesNotMatch(answer, /^X-Bad/mu);
  }
});

test("HTML in any text is shown as text, and no script runs", async () => {
  const probe = `<script>window.hit=1</script><img src=x onerror="window.hit=1">"'><svg onload=window.hit=1>{{csrf_token}}`;
  const [eve, vic] = [await newMember("eve"), await newMember("vic")];
  await befriend(eve, vic);
  const profile = {
    first_name: probe.slice(0, 150),
    last_name: "",
    email: eve.email,
    bio: probe,
    location: probe.slice(0, 100),
    website: 'https://example.org/"><script>window.hit=1</script>',
  };
  const refused = await eve.post("/user/edit-profile/", profile);
  if (refused.status !== 303) {
    assert.equal((await eve.post("/user/edit-profile/", { ...profile, website: "" })).status, 303);
  }
  const image = ["image", file(`${probe}.png`, picture(16, 16, [1, 1, 1]))];
  const own = await vic.createPost(probe, [image, ["alt", probe]]);
  await eve.createPost(`${probe} https://example.org/"onmouseover="window.hit=1 javascript:window.hit=1`, [
    image,
    ["alt", probe],
  ]);
  await eve.postJson(`/posts/${own}/like/`);
  await eve.postJson(`/posts/${own}/comment/`, { content: probe });
  await eve.post(`/chat/room/${vic.username}/`, { message: probe });

  const browser = await launch();
  after(() => browser.close());
  const person = await newPerson(browser, "vic");
  await enterAs(person, vic);
  const { page } = person;
  const name = eve.username;
  const pages = [
    `/user/profile/${name}/`,
    "/posts/",
    `/posts/${own}/`,
    "/posts/notifications/",
    "/chat/",
    `/chat/room/${name}/`,
  ];
  for (const path of [
    ...pages,
    `/user/followers/${vic.username}/`,
    `/posts/${own}/edit/`,
    `/posts/?x=${encodeURIComponent(probe)}`,
  ]) {
    await page.goto(path);
    await page.waitForTimeout(100);
    assert.equal(await page.evaluate(() => window.hit), undefined, path);
    assert.equal(await page.locator("img[src=x], svg[onload]").count(), 0, path);
    assert.match(await page.content(), /&lt;script&gt;window\.hit=1/u, path);
  }
  await page.goto(`/chat/room/${name}/`);
  await eve.post(`/chat/room/${vic.username}/`, { message: `live ${probe}` });
  await page.waitForFunction(() => document.querySelector(".messages").textContent.includes("live <script>"));
  assert.equal(await page.evaluate(() => window.hit), undefined);
  assert.equal(await badge(page, "notification"), 3);
  const { text } = await vic.get(`/posts/${own}/`);
  assert.ok(text.includes(escaped(probe)), "stored as it was written");
  assert.deepEqual(person.problems, []);
});

test("and the site is as well as before", async () => {
  assert.equal((await send("GET", "/healthz")).status, 200);
  assert.equal((await ann.get("/posts/")).status, 200);
});
