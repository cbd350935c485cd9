// The same thing done many times at once: by double clicks, several tabs, several people.
import assert from "node:assert/strict";
import { before } from "node:test";
import { test } from "./support/site.mjs";
import { Visitor, newFriends, newMember, randomName } from "./support/visitors.mjs";

let ann;
let ben;

before(async () => {
  [ann, ben] = await newFriends();
});

// How many answers there are of each status.
async function statuses(answers) {
  const counts = {};
  for (const { status } of await Promise.all(answers)) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const times = (count, act) => Array.from({ length: count }, (_, number) => act(number));

test("a name that several want at once is given to one of them", async () => {
  const visitors = times(5, () => new Visitor());
  for (const visitor of visitors) await visitor.get("/user/register/");
  const username = randomName("race");
  const password = "long enough";
  const form = { username, password, password_confirm: password, email: `${username}@example.org` };
  assert.deepEqual(await statuses(visitors.map((visitor) => visitor.post("/user/register/", form))), {
    303: 1,
    422: 4,
  });
});

test("likes pressed many times at once are counted right", async () => {
  const post = await ann.createPost("Liked by everyone");
  const others = [ben, await newMember("cleo"), await newMember("dan")];
  const presses = others.flatMap((member) => times(5, () => member.postJson(`/posts/${post}/like/`)));
  assert.deepEqual(await statuses(presses), { 200: 15 });
  const last = await ann.postJson(`/posts/${post}/like/`);
  assert.deepEqual(last.json, { liked: true, total_likes: others.length + 1 });
});

test("following and unfollowing at once leaves counts that are true", async () => {
  const [one, other] = await newFriends();
  const deeds = times(20, (number) =>
    one.postJson(`/user/${number % 2 ? "" : "un"}follow/${other.username}/`),
  );
  assert.deepEqual(await statuses(deeds), { 200: 20 });
  const unfollow = () => one.postJson(`/user/unfollow/${other.username}/`);
  await one.postJson(`/user/follow/${other.username}/`);
  assert.deepEqual(await statuses(times(6, unfollow)), { 200: 6 });
  assert.deepEqual((await unfollow()).json, { following: false, mutual: false, followers_count: 0 });
  const again = await one.postJson(`/user/follow/${other.username}/`);
  assert.deepEqual(again.json, { following: true, mutual: true, followers_count: 1 });
});

test("two who open their room for the first time at once get the same one", async () => {
  const [one, other] = await newFriends();
  const rooms = await Promise.all(
    times(6, (number) => (number % 2 ? one.openRoom(other) : other.openRoom(one))),
  );
  assert.equal(new Set(rooms).size, 1);
});

test("a post is deleted once, and takes the comments that are being written with it", async () => {
  const post = await ann.createPost("Soon gone");
  const path = `/posts/${post}`;
  const comments = times(8, (number) => ben.postJson(`${path}/comment/`, { content: `comment ${number}` }));
  const deletions = times(3, () => ann.postJson(`${path}/delete/`));
  const written = await statuses(comments);
  assert.deepEqual(await statuses(deletions), { 200: 1, 404: 2 });
  assert.deepEqual(
    Object.keys(written).filter((status) => status !== "201" && status !== "404"),
    [],
  );
  const { count } = (await ann.getJson("/posts/notifications/unread-count/")).json;
  const { text } = await ann.get("/posts/notifications/");
  assert.equal((text.match(/name="id" value="\d+"/gu) ?? []).length, count);
  assert.doesNotMatch(text, /comment \d/u);
});
