// Where the reader stands in a room. The scroll box is laid out from its bottom (column-reverse): 0 is the
// latest message, and what is put in above moves nothing.
const nearBottom = 80;

export class ChatScroll {
  // shown: called whenever the latest message may have come into view.
  constructor(box, button, shown) {
    this.box = box;
    this.button = button;
    this.count = button.querySelector("[data-latest-count]");
    this.missed = 0;
    box.addEventListener("scroll", () => this.moved(shown), { passive: true });
    button.addEventListener("click", () => this.toLatest());
  }

  get isAtBottom() {
    return Math.abs(this.box.scrollTop) < nearBottom;
  }

  moved(shown) {
    if (this.isAtBottom) {
      this.missed = 0;
      shown();
    }
    this.showButton();
  }

  showButton() {
    this.button.hidden = this.isAtBottom;
    this.count.hidden = this.missed === 0;
    this.count.textContent = String(this.missed);
  }

  toLatest() {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.box.scrollTo({ top: 0, behavior: still ? "instant" : "smooth" });
  }

  // Runs a change that puts messages in at the end. isOwn: goes there; otherwise only a reader who is at the
  // bottom already is taken along, and for the others it is counted.
  appending(change, isOwn) {
    const wasAtBottom = this.isAtBottom;
    const height = this.box.scrollHeight;
    if (!wasAtBottom && !isOwn) {
      this.keepingPlace(change);
      this.missed += 1;
      this.showButton();
      return;
    }
    change();
    if (wasAtBottom && !matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.box.scrollTop = this.box.scrollTop - (this.box.scrollHeight - height);
    }
    this.toLatest();
  }

  // What the reader looks at stays where it is, whatever the change puts in above or below.
  keepingPlace(change) {
    const seen = this.firstInView();
    const before = seen?.getBoundingClientRect().top;
    change();
    if (seen) this.box.scrollTop += seen.getBoundingClientRect().top - before;
  }

  firstInView() {
    const top = this.box.getBoundingClientRect().top;
    const items = this.box.querySelectorAll(".message");
    return [...items].find((item) => item.getBoundingClientRect().bottom > top);
  }

  toUnreadLine() {
    const line = this.box.querySelector("[data-unread-line]");
    if (!line) return;
    const above = line.getBoundingClientRect().top - this.box.getBoundingClientRect().top;
    if (above < 0) this.box.scrollTop += above - 16;
    this.showButton();
  }
}
