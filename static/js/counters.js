// Tells how many characters are left, once the limit (data-limit of the form) is near.
const nearFrom = 0.9;
const nearLeft = 50;

// Code points, as the server counts them.
const lengthOf = (text) => [...text.trim()].length;

export function isTooLong(form, area) {
  return lengthOf(area.value) > Number(form.dataset.limit);
}

export function showCounter(area) {
  const form = area.form;
  const counter = area.parentElement?.querySelector("[data-counter]") ?? form?.querySelector("[data-counter]");
  if (!counter || !form.dataset.limit) return;
  const limit = Number(form.dataset.limit);
  const left = limit - lengthOf(area.value);
  counter.hidden = left > Math.max(limit * (1 - nearFrom), nearLeft);
  counter.textContent = left < 0 ? `${-left} too many` : `${left} left`;
  counter.classList.toggle("is-over", left < 0);
}

export function startCounters() {
  document.addEventListener("input", (event) => {
    if (event.target.matches?.("textarea")) showCounter(event.target);
  });
}
