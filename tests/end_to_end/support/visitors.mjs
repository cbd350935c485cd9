// Visitors and members who speak HTTP to the site as a browser without scripts does: with a cookie jar,
// and with the CSRF token of the last page they saw.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { formBody } from "./form_body.mjs";
import { send, sleep } from "./site.mjs";

const shortWait = 5; // seconds: nginx's limits per address, which many tests in a row may reach

export const randomName = (start = "m") => `${start}_${randomBytes(5).toString("hex")}`;

export class Visitor {
  constructor() {
    this.jar = new Map();
    this.token = "";
  }

  get cookie() {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async send(method, target, { headers = {}, body = "" } = {}) {
    const cookie = this.cookie ? { Cookie: this.cookie } : {};
    const response = await send(method, target, { headers: { ...cookie, ...headers }, body });
    if (response.status === 429 && Number(response.headers["retry-after"]) <= shortWait) {
      await sleep(400);
      return this.send(method, target, { headers, body });
    }
    this.keep(response);
    return response;
  }

  keep({ cookies, text }) {
    for (const line of cookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/u.exec(line);
      if (value === "" || /Max-Age=0/iu.test(line)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    const token = /<meta name="csrf-token" content="([^"]+)">/u.exec(text);
    if (token) this.token = token[1];
  }

  get(target, headers = {}) {
    return this.send("GET", target, { headers });
  }

  // fields: an object or a list of pairs. The token goes with them unless they name one.
  post(target, fields = {}, headers = {}) {
    const pairs = Array.isArray(fields) ? [...fields] : Object.entries(fields);
    if (!pairs.some(([name]) => name === "csrf_token")) pairs.unshift(["csrf_token", this.token]);
    const { body, type } = formBody(pairs);
    const size = { "Content-Type": type, "Content-Length": Buffer.byteLength(body) };
    return this.send("POST", target, { headers: { ...size, ...headers }, body });
  }

  getJson(target) {
    return this.get(target, { Accept: "application/json" });
  }

  postJson(target, fields = {}) {
    return this.post(target, fields, { Accept: "application/json" });
  }

  async logIn(name, password, next = "") {
    await this.get("/user/login/");
    const response = await this.post("/user/login/", { username: name, password, next });
    if (response.status === 303) await this.get("/posts/");
    return response;
  }

  async createPost(content, files = []) {
    const response = await this.postJson("/posts/create/", [["content", content], ...files]);
    assert.equal(response.status, 201, response.text.slice(0, 300));
    return response.json.id;
  }

  // The id of the room with a friend.
  async openRoom(friend) {
    const page = await this.get(`/chat/room/${friend.username}/`);
    assert.equal(page.status, 200, page.text.slice(0, 300));
    return Number(/<main [^>]*data-room-id="(\d+)"/u.exec(page.text)[1]);
  }
}

// A new account, signed in.
export async function newMember(start) {
  const member = new Visitor();
  member.username = randomName(start);
  member.email = `${member.username}@example.org`;
  member.password = `long enough ${member.username}`;
  await member.get("/user/register/");
  const { username, email, password } = member;
  const registered = await member.post("/user/register/", {
    username,
    email,
    password,
    password_confirm: password,
  });
  assert.equal(registered.status, 303, registered.text.slice(0, 300));
  const entered = await member.logIn(username, password);
  assert.equal(entered.status, 303, entered.text.slice(0, 300));
  return member;
}

export async function befriend(one, other) {
  for (const [follower, followed] of [
    [one, other],
    [other, one],
  ]) {
    const response = await follower.postJson(`/user/follow/${followed.username}/`);
    assert.equal(response.status, 200, response.text);
  }
}

export async function newFriends() {
  const friends = [await newMember("ann"), await newMember("ben")];
  await befriend(...friends);
  return friends;
}
