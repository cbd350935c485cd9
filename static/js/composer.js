// The composer: text, pictures (composer_pictures.js), sending with progress, nothing lost on a refusal.
import { ComposerPictures } from "./composer_pictures.js";
import { isTooLong } from "./counters.js";
import { dropDraft } from "./drafts.js";
import { clearErrors, showErrors } from "./form_errors.js";
import { isBusy, setBusy } from "./forms.js";
import { answerOf, jsonHeaders, Refusal } from "./request.js";
import { toast, toastRefusal } from "./toasts.js";

class Composer {
  constructor(form) {
    this.form = form;
    this.area = form.querySelector("textarea");
    this.input = form.querySelector('input[type="file"]');
    this.progress = form.querySelector("[data-progress]");
    const previews = form.querySelector("[data-previews]");
    this.pictures = new ComposerPictures(this.input, previews, Number(form.dataset.imagesMax));
  }

  start() {
    this.input.addEventListener("change", () => this.pictures.add([...this.input.files]));
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
    if (this.input.files.length > 0) this.pictures.add([...this.input.files]);
  }

  // Pictures that came by pasting or dropping; other content is left to the browser.
  taken(event, transfer) {
    const files = [...(transfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.pictures.add(files);
  }

  async submit() {
    if (isBusy(this.form)) return;
    if (!this.area.value.trim() && this.pictures.count === 0) {
      this.area.focus();
      return;
    }
    if (isTooLong(this.form, this.area)) {
      toast(`A post has at most ${this.form.dataset.limit} characters.`, { isError: true });
      return;
    }
    setBusy(this.form, true);
    this.progress.hidden = this.pictures.count === 0;
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
    this.pictures.clear();
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
