// What was typed survives a reload: forms with data-draft keep their text until it is sent.
import { me } from "./member.js";
import { forget, keep, kept } from "./storage.js";

const keyOf = (name) => `parley.draft.${me()}.${name}`;

export const draftOf = (name) => kept(keyOf(name)) ?? "";
export const dropDraft = (name) => forget(keyOf(name));

export function keepDraft(name, text) {
  if (text.trim()) keep(keyOf(name), text);
  else dropDraft(name);
}

export function startDrafts() {
  for (const form of document.querySelectorAll("[data-draft]")) {
    const area = form.querySelector("textarea");
    if (!area.value) area.value = draftOf(form.dataset.draft);
    area.addEventListener("input", () => keepDraft(form.dataset.draft, area.value));
  }
}
