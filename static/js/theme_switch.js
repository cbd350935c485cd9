// Goes round system → light → dark and remembers; theme.js applies it on the next page.
import { forget, keep } from "./storage.js";

const key = "parley.theme";
const order = ["system", "light", "dark"];
const root = document.documentElement;

const current = () => root.dataset.bsTheme ?? "system";

function apply(theme) {
  if (theme === "system") {
    delete root.dataset.bsTheme;
    forget(key);
  } else {
    root.dataset.bsTheme = theme;
    keep(key, theme);
  }
}

// The browser's own bars take the background of the theme.
function colourBars() {
  const colour = getComputedStyle(document.body).backgroundColor;
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.content = colour;
}

export function startThemeSwitch() {
  const button = document.querySelector("[data-theme-switch]");
  if (current() !== "system") colourBars();
  if (!button) return;
  const show = () => {
    button.querySelector("[data-theme-name]").textContent = current();
  };
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    apply(order[(order.indexOf(current()) + 1) % order.length]);
    colourBars();
    show();
  });
}
