// The rows of the chat list stay true while the page is open.
import { fetchPage } from "./request.js";
import { writeTimes } from "./times.js";

const settleFor = 400; // several changes at once ask once
const pauseAfter = 3000;

const rowOf = (room) =>
  document.querySelector(`[data-chat-list] [data-room-id="${CSS.escape(String(room))}"]`);

// The latest message of a room, known from its socket: no need to ask the server.
export function showInRow(room, { message, timestamp }, isOwn) {
  const row = rowOf(room);
  if (!row) return;
  row.querySelector("[data-row-last]").textContent = (isOwn ? "You: " : "") + message;
  let time = row.querySelector("[data-row-time]");
  if (!time) {
    time = document.createElement("time");
    time.dataset.short = "";
    time.dataset.rowTime = "";
    row.querySelector(".chat-row-side").prepend(time);
  }
  time.dateTime = timestamp;
  writeTimes(row);
  row.parentElement.prepend(row);
}

function replaceRows(list, page) {
  const fresh = page.querySelector("[data-chat-list]");
  if (!fresh) return;
  const current = list.querySelector('[aria-current="page"]')?.closest("[data-username]").dataset.username;
  const focused = document.activeElement?.closest?.("[data-username]")?.dataset.username;
  const rows = [...fresh.children].map((row) => document.importNode(row, true));
  list.replaceChildren(...rows);
  for (const row of rows) {
    const link = row.querySelector(".chat-row");
    if (row.dataset.username === current) {
      link.setAttribute("aria-current", "page");
      row.querySelector("[data-row-unread]").hidden = true;
    }
    if (row.dataset.username === focused) link.focus();
  }
  writeTimes(list);
}

export function startChatList() {
  const list = document.querySelector("[data-chat-list]");
  if (!list) return;
  let timer = null;
  let askedAt = 0;
  let isStale = false;

  async function refresh() {
    timer = null;
    if (document.hidden) {
      isStale = true;
      return;
    }
    isStale = false;
    askedAt = Date.now();
    const page = await fetchPage("/chat/");
    if (page) replaceRows(list, page);
  }

  function changed() {
    timer ??= setTimeout(refresh, Math.max(settleFor, askedAt + pauseAfter - Date.now()));
  }

  document.addEventListener("parley:chats-changed", changed);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && isStale) changed();
  });
}
