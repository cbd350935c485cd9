// "3 new posts": they wait in a pill above the feed until the reader asks for them.
import { fetchPage, getJson } from "./request.js";
import { writeTimes } from "./times.js";

const askEvery = 60_000;
const countMax = 100; // the server counts no further

const words = (count) => {
  if (count >= countMax) return `${countMax - 1}+ new posts`;
  return count === 1 ? "1 new post" : `${count} new posts`;
};

class NewPosts {
  constructor(pill, list) {
    this.button = pill.querySelector("button");
    this.label = pill.querySelector("[data-new-posts-label]");
    this.list = list;
  }

  start() {
    this.button.addEventListener("click", () => this.load());
    document.addEventListener("visibilitychange", () => this.ask());
    addEventListener("pageshow", (event) => event.persisted && this.ask());
    setInterval(() => this.ask(), askEvery);
  }

  get newest() {
    return this.list.querySelector("[data-post-id]")?.dataset.postId;
  }

  async ask() {
    if (document.hidden || !this.newest) return;
    try {
      const { count } = await getJson(`/posts/new-count/?after=${this.newest}`);
      this.button.hidden = count === 0;
      if (count > 0 && this.label.textContent !== words(count)) this.label.textContent = words(count);
    } catch {
      // Asked again in a minute.
    }
  }

  // More than a page of them leaves a gap to what is shown: then the feed begins anew.
  async load() {
    this.button.classList.add("is-busy");
    const page = await fetchPage("/posts/");
    this.button.classList.remove("is-busy");
    const posts = [...(page?.querySelectorAll("[data-posts] > [data-post-id]") ?? [])];
    const end = posts.findIndex((post) => post.dataset.postId === this.newest);
    if (end < 0) {
      location.assign("/posts/");
      return;
    }
    const fresh = posts.slice(0, end).map((post) => document.importNode(post, true));
    this.list.prepend(...fresh);
    writeTimes(this.list);
    this.button.hidden = true;
    scrollTo({ top: 0, behavior: "instant" });
    if (fresh.length > 0) {
      fresh[0].tabIndex = -1;
      fresh[0].focus({ preventScroll: true });
    }
  }
}

export function startNewPosts() {
  const pill = document.querySelector("[data-new-posts]");
  const list = document.querySelector("[data-posts]");
  if (pill && list) new NewPosts(pill, list).start();
}
