// A small community, and the address of every page that one of its members and a visitor can see.
import { file } from "./form_body.mjs";
import { picture } from "./pictures.mjs";
import { befriend, newMember } from "./visitors.mjs";

const text = "A long text with a link, https://example.org/a/page, and a name from right to left: مرحبا بكم.\n\nEnd.";

const image = (number) => ["image", file(`${number}.png`, picture(320, 120 + 40 * number, [60 * number, 90, 130]))];
const pictures = (count) =>
  Array.from({ length: count }, (_, i) => [image(i + 1), ["alt", `Colours, ${i + 1}`]]).flat();

// A form of HTML without scripts would do the same, with a picture for the profile.
async function dressUp(member) {
  await member.get("/user/edit-profile/");
  const saved = await member.post("/user/edit-profile/", [
    ["first_name", "Ann"],
    ["last_name", "O'Hara-Lindqvist"],
    ["email", member.email],
    ["bio", text],
    ["location", "Ålesund"],
    ["website", "https://example.org/"],
    ["birth_date", "1990-02-28"],
    ["avatar", file("me.png", picture(200, 200, [200, 120, 60]))],
  ]);
  if (saved.status !== 303) throw new Error(`the profile of ${member.username} was not saved: ${saved.status}`);
}

// member sees the pages, newcomer the empty ones.
export async function makeCommunity() {
  const [member, friend, stranger, newcomer] = await Promise.all(["ann", "ben", "eve", "new"].map(newMember));
  await dressUp(member);
  await befriend(member, friend);
  await stranger.postJson(`/user/follow/${member.username}/`);
  const post = await member.createPost(text);
  for (const count of [1, 2, 3, 4]) await member.createPost(`Pictures: ${count}`, pictures(count));
  for (const other of [friend, stranger]) {
    await other.postJson(`/posts/${post}/like/`);
    await other.postJson(`/posts/${post}/comment/`, { content: text });
  }
  await member.openRoom(friend);
  await member.post(`/chat/room/${friend.username}/`, { message: text });
  for (const message of ["One", "Two", text]) await friend.post(`/chat/room/${member.username}/`, { message });
  return { member, friend, stranger, newcomer, post };
}

export const visitorsPages = ["/user/login/", "/user/register/", "/offline/", "/no/such/page/"];

export const newcomersPages = ["/posts/", "/posts/?before=1", "/posts/notifications/", "/chat/"];

export const membersPages = ({ member, friend, stranger, post }) => [
  "/posts/",
  "/posts/create/",
  `/posts/${post}/`,
  `/posts/${post}/edit/`,
  "/posts/notifications/",
  "/chat/",
  `/chat/room/${friend.username}/`,
  `/chat/room/${stranger.username}/`,
  `/user/profile/${member.username}/`,
  `/user/profile/${stranger.username}/`,
  `/user/followers/${member.username}/`,
  `/user/following/${stranger.username}/`,
  "/user/edit-profile/",
  "/user/password/change/",
  "/posts/999999999/",
];
