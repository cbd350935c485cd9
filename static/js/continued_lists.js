// Lists that go on ([data-continued], its kind of skeleton): the next page comes as the reader nears the
// end, and whoever comes back by the browser's button finds the same items at the same place.
import { fetchPage } from "./request.js";
import { showSkeletons } from "./skeletons.js";
import { writeTimes } from "./times.js";
import { toast } from "./toasts.js";

const ahead = 1200; // px before the end comes into view
const skeletonCount = 2;
const settleFor = 300; // ms without scrolling before the place is noted

const keyOf = (item) => item.id || item.dataset.notificationId || item.querySelector("a")?.getAttribute("href");

class ContinuedList {
  constructor(list) {
    this.list = list;
    this.link = document.querySelector("[data-pager]");
    this.pages = 0; // loaded after the first one
    this.observer = new IntersectionObserver((entries) => entries.at(-1).isIntersecting && this.load(), {
      rootMargin: `0px 0px ${ahead}px 0px`,
    });
  }

  async start() {
    this.link?.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.load({ isAsked: true });
    });
    this.showLink(false);
    await this.comeBack();
    this.rememberOnScroll();
    this.watch();
  }

  // The link is needed only when a page did not come: seen, it would jump with each page that does.
  showLink(isShown) {
    this.link?.closest(".pager").classList.toggle("is-waiting", !isShown);
  }

  // Observed anew after each page: one that leaves the link in view loads the next.
  watch() {
    this.observer.disconnect();
    if (this.link?.isConnected) this.observer.observe(this.link);
  }

  load({ isAsked = false } = {}) {
    this.loading ??= this.fetch(isAsked).finally(() => (this.loading = null));
    return this.loading;
  }

  async fetch(isAsked) {
    this.observer.disconnect();
    const hide = showSkeletons(this.list.dataset.continued, skeletonCount, (shapes) => this.list.after(...shapes));
    this.link.classList.add("is-busy");
    const page = await fetchPage(this.link.href);
    hide();
    this.link.classList.remove("is-busy");
    const list = page?.querySelector("[data-continued]");
    if (!list) {
      this.showLink(true);
      toast("The next ones did not come. Please try again.", { isError: true });
      return false;
    }
    const first = this.append([...list.children]);
    this.pages += 1;
    this.goOn(page.querySelector("[data-pager]"));
    if (isAsked && first) {
      first.tabIndex = -1;
      first.focus({ preventScroll: true });
    }
    return true;
  }

  append(items) {
    const known = new Set([...this.list.children].map(keyOf));
    const fresh = items.filter((item) => !known.has(keyOf(item))).map((item) => document.importNode(item, true));
    this.list.append(...fresh);
    writeTimes(this.list);
    return fresh[0];
  }

  goOn(next) {
    if (next) {
      this.link.href = next.getAttribute("href");
      this.showLink(false);
      this.watch();
    } else {
      this.link.closest(".pager").remove();
    }
  }

  rememberOnScroll() {
    let timer = null;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.remember(), settleFor);
    };
    addEventListener("scroll", soon, { passive: true });
    // What leads to another page: the place is noted before it is left.
    document.addEventListener("click", () => this.remember(), { capture: true });
  }

  // While there is one page only, the browser does it by itself.
  remember() {
    if (this.pages === 0) return;
    const item = [...this.list.children].find((other) => other.getBoundingClientRect().bottom > 0);
    if (!item) return;
    const place = { key: keyOf(item), top: item.getBoundingClientRect().top, pages: this.pages };
    history.scrollRestoration = "manual";
    history.replaceState({ ...history.state, place }, "");
  }

  // The newest may have moved everything on by a page or so: it is the item that counts.
  async comeBack() {
    const [{ type }] = performance.getEntriesByType("navigation");
    const place = history.state?.place;
    if (!place || type === "navigate") return;
    const find = () => [...this.list.children].find((item) => keyOf(item) === place.key);
    while (!find() && this.pages <= place.pages && this.link?.isConnected) {
      if (!(await this.load())) return;
    }
    const item = find();
    if (item) scrollBy({ top: item.getBoundingClientRect().top - place.top, behavior: "instant" });
  }
}

export function startContinuedLists() {
  const list = document.querySelector("[data-continued]");
  if (list) new ContinuedList(list).start();
}
