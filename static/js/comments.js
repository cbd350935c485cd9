// Comments are sent without leaving the page, and the one that the server returns is put at the end.
import { showCounter } from "./counters.js";
import { dropDraft } from "./drafts.js";
import { clearErrors, showErrors } from "./form_errors.js";
import { isBusy, setBusy } from "./forms.js";
import { grow } from "./growing.js";
import { postJson } from "./request.js";
import { writeText } from "./text_links.js";
import { writeTimes } from "./times.js";
import { toastRefusal } from "./toasts.js";

export function showCommentCount(total) {
  for (const count of document.querySelectorAll("[data-comment-count]")) {
    count.textContent = String(total);
    count.hidden = total === 0;
  }
  const none = document.querySelector("[data-comments-none]");
  if (none) none.hidden = total > 0;
}

function commentItem(comment) {
  const item = document.getElementById("comment-template").content.firstElementChild.cloneNode(true);
  item.dataset.commentId = comment.id;
  item.id = `comment-${comment.id}`;
  writeText(item.querySelector(".comment-text"), comment.content);
  item.querySelector("time").dateTime = comment.timestamp;
  item.querySelector("form").action = `/posts/comments/${comment.id}/delete/`;
  writeTimes(item);
  return item;
}

async function send(form) {
  const area = form.querySelector("textarea");
  if (!area.value.trim()) return;
  setBusy(form, true);
  try {
    const answer = await postJson(form.action, new FormData(form));
    clearErrors(form);
    const item = commentItem(answer.comment);
    document.querySelector("[data-comment-list]").append(item);
    item.scrollIntoView({ block: "nearest" });
    area.value = "";
    grow(area);
    showCounter(area);
    dropDraft(form.dataset.draft);
    showCommentCount(answer.total_comments);
  } catch (refusal) {
    if (!refusal.fields || !showErrors(form, refusal)) toastRefusal(refusal);
  } finally {
    setBusy(form, false);
  }
}

export function startComments() {
  const form = document.querySelector("[data-comment-form]");
  if (!form) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!isBusy(form)) send(form);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}
