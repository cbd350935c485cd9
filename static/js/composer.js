// The composer: previews of the pictures with a description each, sending with progress, nothing lost on a refusal.
import { isTooLong } from "./counters.js";
import { dropDraft } from "./drafts.js";
import { clearErrors, showErrors } from "./form_errors.js";
import { isBusy, setBusy } from "./forms.js";
import { icon } from "./icons.js";
import { answerOf, jsonHeaders, Refusal } from "./request.js";
import { toast, toastRefusal } from "./toasts.js";

const allowedTypes = new Set(["image/jpeg", "image/png", "image/webp", "image/gif"]);
const fileSizeMax = 10_000_000;
const altLengthMax = 300;

class Composer {
  constructor(form) {
    this.form = form;
    this.area = form.querySelector("textarea");
    this.input = form.querySelector('input[type="file"]');
    this.list = form.querySelector("[data-previews]");
    this.progress = form.querySelector("[data-progress]");
    this.imagesMax = Number(form.dataset.imagesMax);
    this.pictures = []; // {file, item}
  }

  start() {
    this.input.addEventListener("change", () => this.add([...this.input.files]));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.form.requestSubmit();
    });
    this.area.addEventListener("paste", (event) => this.taken(event, event.clipboardData));
    this.form.addEventListener("drop", (event) => {
      this.form.classList.remove("is-dropping");
      this.taken(event, event.dataTransfer);
    });
    this.form.addEventListener("dragover", (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      this.form.classList.add("is-dropping");
    });
    this.form.addEventListener("dragleave", (event) => {
      if (!this.form.contains(event.relatedTarget)) this.form.classList.remove("is-dropping");
    });
    if (this.input.files.length > 0) this.add([...this.input.files]);
  }

  // Pictures that came by pasting or dropping; other content is left to the browser.
  taken(event, transfer) {
    const files = [...(transfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.add(files);
  }

  add(files) {
    const known = new Set(this.pictures.map((picture) => picture.file));
    for (const file of files.filter((candidate) => !known.has(candidate))) {
      const problem = this.problemWith(file);
      if (problem) toast(problem, { isError: true });
      else this.pictures.push({ file, item: this.preview(file) });
    }
    this.show();
  }

  problemWith(file) {
    if (this.pictures.length >= this.imagesMax) return `A post has at most ${this.imagesMax} pictures.`;
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
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "preview-remove";
    remove.setAttribute("aria-label", `Remove ${file.name}`);
    remove.append(icon("xmark"));
    remove.addEventListener("click", () => this.remove(item));
    const alt = document.createElement("input");
    alt.className = "form-control preview-alt";
    alt.name = "alt";
    alt.maxLength = altLengthMax;
    alt.placeholder = "Describe it";
    alt.setAttribute("aria-label", `Describe ${file.name} for people who can't see it`);
    item.append(image, remove, alt);
    this.list.append(item);
    return item;
  }

  remove(item) {
    URL.revokeObjectURL(item.querySelector("img").src);
    item.remove();
    this.pictures = this.pictures.filter((picture) => picture.item !== item);
    this.show();
    this.area.focus();
  }

  // The file input carries exactly the pictures that are shown, in their order.
  show() {
    const transfer = new DataTransfer();
    for (const { file } of this.pictures) transfer.items.add(file);
    this.input.files = transfer.files;
    this.list.hidden = this.pictures.length === 0;
  }

  async submit() {
    if (isBusy(this.form)) return;
    if (!this.area.value.trim() && this.pictures.length === 0) {
      this.area.focus();
      return;
    }
    if (isTooLong(this.form, this.area)) {
      toast(`A post has at most ${this.form.dataset.limit} characters.`, { isError: true });
      return;
    }
    setBusy(this.form, true);
    this.progress.hidden = this.pictures.length === 0;
    try {
      const goTo = await this.send();
      this.clear();
      location.assign(goTo);
    } catch (refusal) {
      this.progress.hidden = true;
      setBusy(this.form, false);
      clearErrors(this.form);
      if (!refusal.fields || !showErrors(this.form, refusal)) toastRefusal(refusal);
    }
  }

  // For whoever comes back to this page by the browser's button: what was sent is not there again.
  clear() {
    dropDraft(this.form.dataset.draft);
    this.area.value = "";
    this.list.replaceChildren();
    this.pictures = [];
    this.show();
  }

  // XMLHttpRequest, since fetch tells nothing of the progress of an upload. Resolves to the page to go to.
  send() {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", this.form.action);
      for (const [name, value] of Object.entries(jsonHeaders())) request.setRequestHeader(name, value);
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) this.progress.value = event.loaded / event.total;
      });
      request.addEventListener("error", () =>
        reject(new Refusal(0, "You're offline. Your post is kept here; send it when you're back.")),
      );
      request.addEventListener("load", () => {
        try {
          answerOf(request.status, request.responseText);
          resolve("/posts/");
        } catch (refusal) {
          reject(refusal);
        }
      });
      request.send(new FormData(this.form));
    });
  }
}

export function startComposer() {
  for (const form of document.querySelectorAll("[data-composer]")) new Composer(form).start();
}
