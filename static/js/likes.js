// A like answers at once; the server's answer settles it, and a refusal takes it back.
import { postJson } from "./request.js";
import { toastRefusal } from "./toasts.js";

const underWay = new WeakMap(); // button → the state that the member wants

const isLiked = (button) => button.getAttribute("aria-pressed") === "true";
const countOf = (button) => Number(button.querySelector("[data-like-count]").textContent) || 0;

function show(button, liked, total) {
  const count = button.querySelector("[data-like-count]");
  button.setAttribute("aria-pressed", String(liked));
  count.textContent = String(total);
  count.hidden = total === 0;
}

function turn(button) {
  const liked = !isLiked(button);
  show(button, liked, Math.max(0, countOf(button) + (liked ? 1 : -1)));
  return liked;
}

// The route toggles: it is asked again only if the member has changed their mind meanwhile.
async function settle(form, button) {
  const before = { liked: !isLiked(button), total: countOf(button) + (isLiked(button) ? -1 : 1) };
  try {
    let answer = await postJson(form.action);
    while (answer.liked !== underWay.get(button)) answer = await postJson(form.action);
    show(button, answer.liked, answer.total_likes);
  } catch (refusal) {
    show(button, before.liked, before.total);
    toastRefusal(refusal);
  } finally {
    underWay.delete(button);
  }
}

export function startLikes() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-like]")) return;
    event.preventDefault();
    const button = form.querySelector("button");
    const isFirst = !underWay.has(button);
    underWay.set(button, turn(button));
    if (isFirst) settle(form, button);
  });
}
