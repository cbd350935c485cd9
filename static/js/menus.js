// Menus are <details>; they close on Escape, on a click elsewhere, and when something was chosen.
import { toast } from "./toasts.js";

function closeMenus(except) {
  for (const menu of document.querySelectorAll("[data-menu][open]")) {
    if (menu !== except) menu.open = false;
  }
}

async function copyLink(link) {
  try {
    await navigator.clipboard.writeText(link.href);
    toast("Link copied.");
  } catch {
    location.assign(link.href);
  }
}

export function startMenus() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-copy-link]");
    if (link && navigator.clipboard && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      copyLink(link);
    }
    closeMenus(event.target.closest(".menu-list") ? null : event.target.closest("[data-menu]"));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = event.target.closest?.("[data-menu][open]");
    closeMenus(null);
    menu?.querySelector("summary").focus();
  });
}
