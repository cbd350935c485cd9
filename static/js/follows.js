// Follow buttons: "Follow", "Following", "Friends". Unfollowing a friend is asked about first, since it closes the chat.
import { confirmed } from "./confirm.js";
import { postJson } from "./request.js";
import { toast, toastRefusal } from "./toasts.js";

const labels = { none: "Follow", following: "Following", friends: "Friends" };

function show(form, state) {
  form.dataset.followState = state;
  form.querySelector("[data-follow-label]").textContent = labels[state];
  form.action = state === "none" ? form.dataset.followUrl : form.dataset.unfollowUrl;
}

const sameMember = (form) =>
  [...document.querySelectorAll("[data-follow-url]")].filter(
    (other) => other.dataset.followUrl === form.dataset.followUrl,
  );

function showFollowers(form, total) {
  const holder = form.closest(".profile");
  if (!holder) return;
  holder.querySelector("[data-followers-count]").textContent = String(total);
  holder.querySelector("[data-followers-noun]").textContent = total === 1 ? "follower" : "followers";
}

async function change(form) {
  const before = form.dataset.followState;
  const wantsToFollow = before === "none";
  const name = form.dataset.followName;
  if (before === "friends") {
    const question = `Unfollow ${name}? You two would no longer be friends, and your chat would close.`;
    if (!(await confirmed(question, "Unfollow"))) return;
  }
  const url = form.action;
  for (const other of sameMember(form)) show(other, wantsToFollow ? "following" : "none");
  try {
    const answer = await postJson(url);
    const followed = answer.mutual ? "friends" : "following";
    for (const other of sameMember(form)) show(other, answer.following ? followed : "none");
    showFollowers(form, answer.followers_count);
    if (!wantsToFollow) offerToFollowAgain(form, name);
  } catch (refusal) {
    for (const other of sameMember(form)) show(other, before);
    toastRefusal(refusal);
  }
}

// The name stands isolated (U+2068, U+2069), whatever way it is written.
function offerToFollowAgain(form, name) {
  const run = () => form.dataset.followState === "none" && change(form);
  toast(`You no longer follow \u2068${name}\u2069.`, { action: { label: "Follow again", run } });
}

export function startFollows() {
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-follow-url]")) return;
    event.preventDefault();
    if (form.hasAttribute("data-busy")) return;
    form.toggleAttribute("data-busy", true);
    await change(form);
    form.toggleAttribute("data-busy", false);
  });
}
