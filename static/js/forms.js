// The button of a form that is under way shows it, and can't be pressed twice.
export function setBusy(form, isBusy) {
  for (const button of form.querySelectorAll('button[type="submit"]')) {
    button.classList.toggle("is-busy", isBusy);
    button.setAttribute("aria-disabled", String(isBusy));
  }
  form.toggleAttribute("data-busy", isBusy);
}

export const isBusy = (form) => form.hasAttribute("data-busy");

export function startForms() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-form]")) return;
    if (isBusy(form)) event.preventDefault();
    else setBusy(form, true);
  });
  // Back from the next page: the buttons work again.
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-busy]")) setBusy(form, false);
  });
}
