// Files that are no pictures, bodies that are too large, forms that are damaged.
import assert from "node:assert/strict";
import { before } from "node:test";
import { file, multipart } from "./support/form_body.mjs";
import { errorAt, postsOf, typed } from "./support/pages.mjs";
import { bomb, heavy, picture } from "./support/pictures.mjs";
import { answerTo, asBody, postHead } from "./support/raw_http.mjs";
import { assertDesigned, test } from "./support/site.mjs";
import { newMember } from "./support/visitors.mjs";

let ann;
let post;

before(async () => {
  ann = await newMember("ann");
  post = await ann.createPost("A post that stays as it is");
});

test("a file that is no picture, or no good one, is refused and the text kept", async () => {
  const files = [
    ["text.png", "This is no picture"],
    ["empty.png", ""],
    ["page.html", "<html><script>alert(1)</script></html>", "text/html"],
    [
      "drawing.svg",
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      "image/svg+xml",
    ],
    ["huge.png", bomb(60_000, 60_000)],
    ["cut.png", picture(200, 200, [9, 9, 9]).subarray(0, 200)],
    ["heavy.png", heavy(11_000_000)],
  ];
  for (const [name, data, type] of files) {
    const began = Date.now();
    const response = await ann.post("/posts/create/", [
      ["content", "Kept <text>"],
      ["image", file(name, data, type)],
    ]);
    assertDesigned(response, 422, name);
    assert.ok(errorAt(response.text, "image"), name);
    assert.equal(typed(response.text, "content"), "Kept <text>");
    assert.ok(Date.now() - began < 5000, `${name} took ${Date.now() - began} ms`);
    const fields = Object.entries({ first_name: "Kept", email: ann.email });
    const avatar = await ann.post("/user/edit-profile/", [...fields, ["avatar", file(name, data, type)]]);
    assertDesigned(avatar, 422);
    assert.equal(typed(avatar.text, "first_name"), "Kept");
  }
  const five = Array.from({ length: 5 }, (_, i) => ["image", file(`${i}.png`, picture(8, 8, [i, i, i]))]);
  assertDesigned(await ann.post("/posts/create/", [["content", "Five"], ...five]), 422);
  assert.equal(await postsOf(ann), 1);
});

test("a body over the limit gets 413, however it is announced", async () => {
  const form = { "Content-Type": "application/x-www-form-urlencoded" };
  for (const octets of [300_000, 900_000, 2_000_000]) {
    const body = `csrf_token=${ann.token}&content=${"x".repeat(octets)}`;
    const response = await ann.send("POST", `/posts/${post}/comment/`, {
      headers: { ...form, "Content-Length": body.length },
      body,
    });
    assertDesigned(response, 413);
  }
  const announced = await answerTo(
    postHead(ann, "/posts/create/", { ...form, "Content-Length": 50_000_000 }),
  );
  assert.match(announced, /^HTTP\/1\.1 413 .*app\.[^"]+\.css/su);
  const asJson = await answerTo(
    postHead(ann, "/posts/create/", { ...form, "Content-Length": 50_000_000, Accept: "application/json" }),
  );
  assert.match(asJson, /^HTTP\/1\.1 413 .*"error":"too_large"/su);
});

test("forms of a thousand parts, cut off forms and forms without sense are refused", async () => {
  const { body, type } = multipart([
    ["csrf_token", ann.token],
    ["content", "Damaged"],
    ...Array.from({ length: 1000 }, (_, i) => [`f${i}`, "x"]),
  ]);
  assertDesigned(await ann.send("POST", "/posts/create/", asBody(body, type)), 413);
  const short = multipart([
    ["csrf_token", ann.token],
    ["content", "Damaged"],
    ["image", file("a.png", picture(20, 20, [1, 2, 3]))],
  ]);
  for (const length of [10, 100, 300, short.body.length - 10, short.body.length - 45]) {
    const response = await ann.send(
      "POST",
      "/posts/create/",
      asBody(short.body.subarray(0, length), short.type),
    );
    assertDesigned(response, 400);
  }
  for (const odd of [
    "multipart/form-data",
    "multipart/form-data; boundary=",
    `multipart/form-data; boundary=${"x".repeat(300)}`,
  ]) {
    assertDesigned(await ann.send("POST", "/posts/create/", asBody(short.body, odd)), 400);
  }
  const broken = await answerTo(
    postHead(ann, "/posts/create/", { "Content-Type": short.type, "Content-Length": short.body.length }) +
      "--",
    { end: true },
  );
  assert.doesNotMatch(broken, /^HTTP\/1\.1 (?:2|3|500)/u);
  for (const odd of ["text/plain", "application/json", "application/octet-stream", ""]) {
    const response = await ann.send(
      "POST",
      `/posts/${post}/comment/`,
      asBody('{"content":"x"}', odd, { "X-CSRF-Token": ann.token }),
    );
    assert.ok([400, 403, 415, 422].includes(response.status), `${odd}: ${response.status}`);
  }
});
