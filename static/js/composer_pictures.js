// The pictures of a post that is being written: previews with a description each, in an order that can be
// changed by dragging and by buttons. The form's file input carries exactly them, in that order.
import { icon } from "./icons.js";
import { toast } from "./toasts.js";

const allowedTypes = new Set(["image/jpeg", "image/png", "image/webp", "image/gif"]);
const fileSizeMax = 10_000_000;
const altLengthMax = 300;

function button(className, glyph) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `preview-button ${className}`;
  made.append(glyph);
  return made;
}

export class ComposerPictures {
  constructor(input, list, countMax) {
    this.input = input;
    this.list = list;
    this.countMax = countMax;
    this.files = new Map(); // item of the list → file
    list.addEventListener("click", (event) => this.pressed(event));
    list.addEventListener("pointerdown", (event) => this.grabbed(event));
  }

  get count() {
    return this.files.size;
  }

  add(files) {
    const known = new Set(this.files.values());
    for (const file of files.filter((candidate) => !known.has(candidate))) {
      const problem = this.problemWith(file);
      if (problem) toast(problem, { isError: true });
      else this.list.append(this.preview(file));
    }
    this.show();
  }

  problemWith(file) {
    if (this.count >= this.countMax) return `A post has at most ${this.countMax} pictures.`;
    if (!allowedTypes.has(file.type)) return `${file.name} is not a JPEG, PNG, WebP or GIF picture.`;
    if (file.size > fileSizeMax) return `${file.name} is larger than 10 MB.`;
    return null;
  }

  preview(file) {
    const item = document.createElement("li");
    item.className = "preview";
    const image = document.createElement("img");
    image.src = URL.createObjectURL(file);
    image.alt = "";
    image.draggable = false;
    const alt = document.createElement("input");
    alt.className = "form-control preview-alt";
    alt.name = "alt";
    alt.maxLength = altLengthMax;
    alt.placeholder = "Describe it";
    alt.dir = "auto";
    alt.setAttribute("aria-label", `Describe ${file.name} for people who can't see it`);
    const tools = document.createElement("div");
    tools.className = "preview-tools";
    tools.append(
      button("preview-earlier", icon("chevron-left")),
      button("preview-later", icon("chevron-right")),
      button("preview-remove", icon("xmark")),
    );
    item.append(image, tools, alt);
    this.files.set(item, file);
    return item;
  }

  pressed(event) {
    const pressed = event.target.closest(".preview-button");
    const item = pressed?.closest(".preview");
    if (!item) return;
    if (pressed.matches(".preview-remove")) this.remove(item);
    else this.move(item, pressed);
  }

  move(item, pressed) {
    if (pressed.matches(".preview-earlier")) item.previousElementSibling?.before(item);
    else item.nextElementSibling?.after(item);
    this.show();
    pressed.focus();
  }

  // A mouse or pen drags a picture by itself; fingers scroll, and have the buttons.
  grabbed(event) {
    const item = event.target.matches(".preview img") ? event.target.closest(".preview") : null;
    if (!item || event.button !== 0 || event.pointerType === "touch" || this.count < 2) return;
    event.preventDefault();
    const end = new AbortController();
    const { signal } = end;
    item.classList.add("is-dragged");
    const over = ({ clientX, clientY }) => {
      const other = document.elementFromPoint(clientX, clientY)?.closest(".preview");
      if (!other || other === item || other.parentElement !== this.list) return;
      const isForward = item.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (isForward) other.after(item);
      else other.before(item);
    };
    const drop = () => {
      end.abort();
      item.classList.remove("is-dragged");
      this.show();
    };
    addEventListener("pointermove", over, { signal });
    addEventListener("pointerup", drop, { signal });
    addEventListener("pointercancel", drop, { signal });
  }

  remove(item) {
    const file = this.files.get(item);
    const next = item.nextElementSibling;
    item.remove();
    this.files.delete(item);
    this.show();
    const putBack = () => {
      if (this.count >= this.countMax) return;
      this.files.set(item, file);
      this.list.insertBefore(item, next?.isConnected ? next : null);
      this.show();
      item.querySelector(".preview-alt").focus();
    };
    toast("Picture taken out.", { action: { label: "Put it back", run: putBack } });
    (this.list.querySelector(".preview-remove") ?? this.input).focus();
  }

  clear() {
    this.list.replaceChildren();
    this.files.clear();
    this.show();
  }

  show() {
    const items = [...this.list.children];
    const transfer = new DataTransfer();
    for (const item of items) transfer.items.add(this.files.get(item));
    this.input.files = transfer.files;
    this.list.hidden = items.length === 0;
    for (const [index, item] of items.entries()) this.label(item, index, items.length);
  }

  label(item, index, count) {
    const { name } = this.files.get(item);
    const place = `now picture ${index + 1} of ${count}`;
    const say = (part, words, isHidden, isEnd) => {
      const control = item.querySelector(part);
      control.setAttribute("aria-label", words);
      control.hidden = isHidden;
      control.setAttribute("aria-disabled", String(isEnd));
    };
    say(".preview-earlier", `Move ${name} earlier, ${place}`, count < 2, index === 0);
    say(".preview-later", `Move ${name} later, ${place}`, count < 2, index === count - 1);
    say(".preview-remove", `Take ${name} out`, false, false);
  }
}
