// Marks notifications read: one by its button or by following it, all by one button.
import { showBadge } from "./badges.js";
import { postJson } from "./request.js";
import { toastRefusal } from "./toasts.js";

function show(item, isUnread) {
  item.classList.toggle("is-unread", isUnread);
  const word = item.querySelector("[data-unread-word]");
  const form = item.querySelector("[data-mark-read]");
  if (word) word.hidden = !isUnread;
  if (form) form.hidden = !isUnread;
}

async function mark(items, fields, options) {
  for (const item of items) show(item, false);
  try {
    const answer = await postJson("/posts/notifications/mark-read/", fields, options);
    showBadge("notifications", answer.count);
    return true;
  } catch (refusal) {
    for (const item of items) show(item, true);
    toastRefusal(refusal);
    return false;
  }
}

// A line may stand for several: the form of its button names each.
const idsOf = (item) => new FormData(item.querySelector("[data-mark-read]"));

async function markAll(form, list) {
  const isMarked = await mark(list.querySelectorAll(".is-unread"), { all: "1" });
  if (isMarked) form.remove();
}

export function startNotifications() {
  const list = document.querySelector("[data-notification-list]");
  if (!list) return;
  list.addEventListener("click", (event) => {
    const item = event.target.closest(".notification-link")?.closest(".is-unread");
    // keepalive: the page that is gone to must not cancel it.
    if (item) mark([item], idsOf(item), { keepalive: true });
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-mark-read]")) {
      event.preventDefault();
      const item = form.closest("[data-notification-id]");
      mark([item], idsOf(item));
    } else if (form.matches("[data-mark-all]")) {
      event.preventDefault();
      markAll(form, list);
    }
  });
}
