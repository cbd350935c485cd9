// Asks before what can't be undone. Resolves to true when the member goes on.
export function confirmed(question, label) {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", "dialog-question");

  const form = document.createElement("form");
  form.method = "dialog";
  const text = document.createElement("p");
  text.id = "dialog-question";
  text.dir = "auto";
  text.textContent = question;
  const buttons = document.createElement("div");
  buttons.className = "form-buttons";
  const cancel = button("Cancel", "", "btn btn-quiet");
  const goOn = button(label, "yes", "btn btn-primary");
  buttons.append(cancel, goOn);
  form.append(text, buttons);
  dialog.append(form);
  document.body.append(dialog);

  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.showModal();
    cancel.focus();
  });
}

function button(label, value, className) {
  const made = document.createElement("button");
  made.type = "submit";
  made.className = className;
  made.value = value;
  made.textContent = label;
  return made;
}
