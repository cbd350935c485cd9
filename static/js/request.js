// Requests to our own routes that want JSON. Every refusal becomes a Refusal with a sentence to show.
const offlineSentence = "You're offline. Try again when you're back.";
const plainSentence = "That did not work. Please try again.";

export class Refusal extends Error {
  constructor(status, sentence, fields = {}) {
    super(sentence);
    this.status = status;
    this.fields = fields;
  }

  // All sentences of an invalid form, or the one of the refusal.
  get sentences() {
    const all = Object.values(this.fields).flat();
    return all.length > 0 ? all : [this.message];
  }
}

const csrfToken = () => document.querySelector('meta[name="csrf-token"]')?.content ?? "";

export function jsonHeaders() {
  return {
    Accept: "application/json",
    "X-Requested-With": "XMLHttpRequest",
    "X-CSRF-Token": csrfToken(),
  };
}

// Logging out by the link ends this page's own sockets while the next page is still on its way.
let isLeaving = false;
addEventListener("beforeunload", () => {
  isLeaving = true;
});
addEventListener("pageshow", () => {
  isLeaving = false;
});

export function goToLogin() {
  if (isLeaving) return;
  const here = location.pathname + location.search;
  location.assign(`/user/login/?next=${encodeURIComponent(here)}`);
}

// The body of an answer: its JSON, or throws the Refusal that it is.
export function answerOf(status, text) {
  let body = {};
  try {
    body = JSON.parse(text);
  } catch {
    // An answer without JSON: its status says enough.
  }
  if (status >= 200 && status < 300) return body;
  if (status === 401) goToLogin();
  throw new Refusal(status, body.message || plainSentence, body.fields);
}

async function ask(url, options) {
  let response;
  let text;
  try {
    response = await fetch(url, { credentials: "same-origin", ...options });
    text = await response.text();
  } catch {
    throw new Refusal(0, offlineSentence);
  }
  return answerOf(response.status, text);
}

export const getJson = (url) => ask(url, { headers: jsonHeaders() });

// fields: anything that URLSearchParams takes.
export function postJson(url, fields = {}, options = {}) {
  return ask(url, {
    method: "POST",
    headers: jsonHeaders(),
    body: new URLSearchParams(fields),
    ...options,
  });
}

// A page of ours as a document, for taking parts from it; null when it can't be had.
export async function fetchPage(url) {
  try {
    const response = await fetch(url, {
      credentials: "same-origin",
      headers: { Accept: "text/html" },
    });
    if (!response.ok) return null;
    return new DOMParser().parseFromString(await response.text(), "text/html");
  } catch {
    return null;
  }
}
