// Pictures of a post over the whole screen: arrows and swipes go through them, Escape and a swipe down close.
// The dialog keeps the focus; closing it gives the focus back to the picture that was shown last.
import { icon } from "./icons.js";

const swipeMin = 50; // px
const tapMax = 10; // px

let viewer = null;

function control(className, label, glyph) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `viewer-button ${className}`;
  button.setAttribute("aria-label", label);
  button.append(glyph);
  return button;
}

class Viewer {
  constructor() {
    this.dialog = document.createElement("dialog");
    this.dialog.className = "viewer";
    this.dialog.setAttribute("aria-label", "Picture");
    this.image = document.createElement("img");
    this.image.className = "viewer-image";
    this.image.draggable = false;
    this.caption = document.createElement("p");
    this.caption.className = "viewer-caption";
    this.caption.dir = "auto";
    this.count = document.createElement("p");
    this.count.className = "viewer-count";
    this.count.setAttribute("aria-live", "polite");
    const close = control("viewer-close", "Close", icon("xmark"));
    this.previous = control("viewer-previous", "Previous picture", icon("chevron-left"));
    this.next = control("viewer-next", "Next picture", icon("chevron-right"));
    const stage = document.createElement("div");
    stage.className = "viewer-stage";
    stage.append(this.image);
    this.dialog.append(close, this.count, this.previous, stage, this.next, this.caption);
    document.body.append(this.dialog);
    close.addEventListener("click", () => this.dialog.close());
    this.listen(stage);
  }

  listen(stage) {
    this.previous.addEventListener("click", () => this.turn(-1));
    this.next.addEventListener("click", () => this.turn(1));
    this.dialog.addEventListener("keydown", (event) => {
      const steps = { ArrowLeft: -1, ArrowRight: 1 };
      if (event.key in steps) this.turn(steps[event.key]);
      else if (event.key === "Home") this.show(0);
      else if (event.key === "End") this.show(this.links.length - 1);
      else return;
      event.preventDefault();
    });
    this.dialog.addEventListener("close", () => {
      this.image.removeAttribute("src");
      this.links[this.at].focus();
    });
    let from = null;
    stage.addEventListener("pointerdown", (event) => {
      if (event.isPrimary) from = event;
    });
    stage.addEventListener("pointerup", (event) => {
      if (!from || !event.isPrimary) return;
      this.released(event.clientX - from.clientX, event.clientY - from.clientY, event.target === stage);
      from = null;
    });
  }

  // A swipe, or a tap beside the picture.
  released(x, y, isBeside) {
    const [across, down] = [Math.abs(x), Math.abs(y)];
    if (across > down && across > swipeMin) this.turn(x < 0 ? 1 : -1);
    else if (y > swipeMin && down > across) this.dialog.close();
    else if (isBeside && Math.max(across, down) < tapMax) this.dialog.close();
  }

  open(link) {
    this.links = [...link.closest(".pictures").querySelectorAll(".picture")];
    this.show(this.links.indexOf(link));
    this.dialog.showModal();
  }

  turn(step) {
    this.show(this.at + step);
  }

  show(at) {
    const link = this.links[at];
    if (!link) return;
    this.at = at;
    const small = link.querySelector("img");
    this.image.width = Number(small.getAttribute("width"));
    this.image.height = Number(small.getAttribute("height"));
    this.image.alt = small.alt;
    this.image.src = link.href;
    this.caption.textContent = small.alt;
    this.caption.hidden = !small.alt;
    const isAlone = this.links.length === 1;
    this.count.textContent = isAlone ? "" : `${at + 1} of ${this.links.length}`;
    // Hiding the button that has the focus would lose it.
    for (const [button, isEnd] of [
      [this.previous, at === 0],
      [this.next, at === this.links.length - 1],
    ]) {
      button.hidden = isAlone;
      button.setAttribute("aria-disabled", String(isEnd));
    }
    for (const near of [this.links[at - 1], this.links[at + 1]]) if (near) new Image().src = near.href;
  }
}

export function startViewer() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".pictures .picture");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    viewer ??= new Viewer();
    viewer.open(link);
  });
}
