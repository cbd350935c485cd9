// Short sentences at the lower edge, read out by screen readers, gone after a while.
const shownFor = 6000;
const atOnceMax = 3;

export function toast(sentence, { isError = false } = {}) {
  const holder = document.getElementById("toasts");
  if (!holder) return;
  const item = document.createElement("p");
  item.className = isError ? "toast-line toast-line-error" : "toast-line";
  item.textContent = sentence;
  if (isError) item.setAttribute("role", "alert");
  holder.append(item);
  while (holder.childElementCount > atOnceMax) holder.firstElementChild.remove();
  setTimeout(() => item.remove(), shownFor);
}

export function toastRefusal(refusal) {
  toast(refusal.sentences?.[0] ?? "Something went wrong. Please try again.", { isError: true });
}
