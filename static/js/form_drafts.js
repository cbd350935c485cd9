// Forms of several fields ([data-form-draft]) keep what was changed in them until it has reached the server.
import { me } from "./member.js";
import { forget, keep, kept, keysStartingWith } from "./storage.js";
import { toast } from "./toasts.js";

const prefix = () => `parley.form.${me()}.`;

const fieldsOf = (form) =>
  [...form.elements].filter((field) => field.matches('textarea, input:not([type="hidden"], [type="file"], [type="checkbox"], [type="password"])'));

const typed = (form) =>
  Object.fromEntries(
    fieldsOf(form)
      .filter((field) => field.value !== field.defaultValue)
      .map((field) => [field.name, field.value]),
  );

function write(form, isSent) {
  const key = prefix() + form.dataset.formDraft;
  const fields = typed(form);
  if (Object.keys(fields).length > 0) keep(key, JSON.stringify({ fields, isSent }));
  else forget(key);
}

function restore(form) {
  const { fields = {} } = JSON.parse(kept(prefix() + form.dataset.formDraft) ?? "{}");
  const changed = fieldsOf(form).filter((field) => field.name in fields && field.value !== fields[field.name]);
  if (changed.length === 0) return;
  for (const field of changed) field.value = fields[field.name];
  const run = () => {
    for (const field of changed) field.value = field.defaultValue;
    write(form, false);
  };
  toast("What you had typed is back.", { action: { label: "Discard", run } });
}

export function startFormDrafts() {
  const form = document.querySelector("[data-form-draft]");
  if (form) {
    restore(form);
    form.addEventListener("input", () => write(form, false));
    form.addEventListener("submit", () => write(form, true));
  }
  // A form that was sent and did not come back with errors has arrived.
  for (const key of keysStartingWith(prefix())) {
    const isHere = key === prefix() + form?.dataset.formDraft;
    if (!isHere && JSON.parse(kept(key) ?? "{}").isSent) forget(key);
  }
}
