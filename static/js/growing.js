// Text areas grow with their text. Browsers that know field-sizing do it in the styles.
const native = CSS.supports("field-sizing", "content");

export function grow(area) {
  if (native) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}

export function startGrowing() {
  if (native) return;
  for (const area of document.querySelectorAll("[data-grow]")) grow(area);
  document.addEventListener("input", (event) => {
    if (event.target.matches?.("[data-grow]")) grow(event.target);
  });
}
