// Deleting a post or a comment: asked first, then it leaves the page.
import { showCommentCount } from "./comments.js";
import { confirmed } from "./confirm.js";
import { postJson } from "./request.js";
import { toast, toastRefusal } from "./toasts.js";

function removePost(form) {
  if (document.querySelector("[data-comment-form]")) {
    location.assign("/posts/");
    return;
  }
  form.closest("[data-post-id]").remove();
  toast("Post deleted.");
}

function removeComment(form, answer) {
  const item = form.closest("[data-comment-id]");
  item.remove();
  const left = document.querySelectorAll("[data-comment-id]").length;
  showCommentCount(answer.total_comments ?? left);
}

async function remove(form) {
  if (!(await confirmed(form.dataset.confirm, form.dataset.confirmLabel))) return;
  try {
    const answer = await postJson(form.action);
    if (form.dataset.delete === "post") removePost(form);
    else removeComment(form, answer);
  } catch (refusal) {
    toastRefusal(refusal);
  }
}

export function startDeletions() {
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-delete]")) return;
    event.preventDefault();
    remove(event.target);
  });
}
