// Older messages come from the ordinary page of the room (?before=) as the reader nears the top.
import { fetchPage } from "./request.js";
import { showSkeletons } from "./skeletons.js";
import { toast } from "./toasts.js";

export function startHistory(box, messages, scroll) {
  const link = box.querySelector("[data-older]");
  if (!link) return;
  let isLoading = false;

  async function load() {
    if (isLoading) return;
    isLoading = true;
    link.classList.add("is-busy");
    const hide = showSkeletons("messages", 1, (shapes) => link.closest(".room-older").after(...shapes));
    const page = await fetchPage(link.href);
    hide();
    link.classList.remove("is-busy");
    isLoading = false;
    if (!page) {
      toast("Older messages did not come. Please try again.", { isError: true });
      return;
    }
    const older = page.querySelector("[data-older]");
    const first = Number(messages.confirmed[0]?.dataset.messageId ?? Infinity);
    const items = [...page.querySelectorAll("[data-message-id]")].filter(
      (item) => Number(item.dataset.messageId) < first,
    );
    scroll.keepingPlace(() => {
      messages.prepend(items);
      if (older) link.href = older.href;
      else link.closest(".room-older").remove();
    });
    if (older) watch();
  }

  // Observed anew after each page, so that a page that leaves the link in view loads the next one.
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.at(-1).isIntersecting) return;
      observer.disconnect();
      load();
    },
    { root: box, rootMargin: "600px 0px 0px 0px" },
  );
  const watch = () => observer.observe(link);

  link.addEventListener("click", (event) => {
    event.preventDefault();
    load();
  });
  watch();
}
