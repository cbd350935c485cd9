// Sentences at the fields of a form, in the same markup as the server's.
export function clearErrors(form) {
  for (const line of form.querySelectorAll(".field-error")) line.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}

export function showErrors(form, refusal) {
  clearErrors(form);
  const fields = Object.entries(refusal.fields);
  if (fields.length === 0) return false;
  for (const [name, sentences] of fields) {
    const field = form.querySelector(`[name="${CSS.escape(name)}"]`);
    const line = document.createElement("p");
    line.className = "field-error";
    line.id = `${name}-error`;
    line.textContent = sentences.join(" ");
    if (field && field.type !== "file") {
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", line.id);
      field.after(line);
    } else {
      form.append(line);
    }
  }
  form.querySelector("[aria-invalid]")?.focus();
  return true;
}
