// Short sentences at the lower edge, read out by screen readers, gone after a while. Where what was done can
// be undone, a button does it; such a sentence stays longer, and as long as it has the pointer or the focus.
const shownFor = 6000;
const shownForWithAction = 10_000;
const atOnceMax = 3;

// action: {label, run}. stays: until the function that is returned takes it away.
export function toast(sentence, { isError = false, action = null, stays = false } = {}) {
  const holder = document.getElementById("toasts");
  const item = document.createElement("p");
  item.className = isError ? "toast-line toast-line-error" : "toast-line";
  item.textContent = sentence;
  if (isError) item.setAttribute("role", "alert");
  if (action) addAction(item, action);
  holder.append(item);
  while (holder.childElementCount > atOnceMax) holder.firstElementChild.remove();
  if (!stays) leaveLater(item, action ? shownForWithAction : shownFor);
  return () => item.remove();
}

function addAction(item, { label, run }) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "toast-action";
  button.textContent = label;
  button.addEventListener("click", () => {
    item.remove();
    run();
  });
  item.append(" ", button);
}

function leaveLater(item, wait) {
  setTimeout(() => {
    if (item.matches(":hover, :focus-within")) leaveLater(item, wait);
    else item.remove();
  }, wait);
}

export function toastRefusal(refusal) {
  toast(refusal.sentences?.[0] ?? "Something went wrong. Please try again.", { isError: true });
}
