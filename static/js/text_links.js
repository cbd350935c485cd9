// Writes a member's text into an element, with its http(s) addresses as links, as the server does.
const address = /https?:\/\/[^\s<>"]+/giu;
const trailing = /[.,;:!?'"’”)\]}]+$/u;
const shownMax = 40;

function shown(url) {
  const bare = url.replace(/^https?:\/\//iu, "").replace(/\/$/u, "");
  return bare.length > shownMax ? `${bare.slice(0, shownMax - 1)}…` : bare;
}

function link(url) {
  const element = document.createElement("a");
  element.href = url;
  element.rel = "nofollow ugc noopener noreferrer";
  element.textContent = shown(url);
  return element;
}

export function writeText(element, text) {
  element.textContent = "";
  let end = 0;
  for (const match of text.matchAll(address)) {
    const url = match[0].replace(trailing, "");
    if (!/^https?:\/\/[\p{L}\p{N}[]/iu.test(url)) continue;
    element.append(text.slice(end, match.index), link(url));
    end = match.index + url.length;
  }
  element.append(text.slice(end));
}
