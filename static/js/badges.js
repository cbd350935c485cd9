// The unread counts in every bar: told by /ws/notifications/, asked for every 30 s while that is away.
import { me } from "./member.js";
import { getJson, goToLogin } from "./request.js";
import { Socket } from "./socket.js";

const askEvery = 30_000;
const shownMax = 999;
// A message for the room in view is read at once: its count is not worth a flicker.
const patience = 800;

const title = document.title;
const counts = { notifications: 0, chat: 0 };
let held = null;

function countShown(name) {
  return Number(document.getElementById(name === "chat" ? "chat-badge" : "notification-badge")?.textContent) || 0;
}

export function showBadge(name, count) {
  counts[name] = count;
  for (const badge of document.querySelectorAll(`[data-badge="${name}"]`)) {
    badge.textContent = count > shownMax ? `${shownMax}+` : String(count);
    badge.hidden = count === 0;
  }
  const total = counts.notifications + counts.chat;
  document.title = total > 0 ? `(${total}) ${title}` : title;
}

const isRoomInView = () => !document.hidden && document.querySelector("[data-room]") !== null;

function showChat(count) {
  clearTimeout(held);
  if (count > counts.chat && isRoomInView()) held = setTimeout(() => showBadge("chat", count), patience);
  else showBadge("chat", count);
}

function received(update) {
  if (update.type !== "unread_update") return;
  if (update.chat !== counts.chat) document.dispatchEvent(new CustomEvent("parley:chats-changed"));
  showBadge("notifications", update.notifications);
  showChat(update.chat);
}

async function ask() {
  const room = document.querySelector("[data-room]")?.closest("[data-room-id]").dataset.roomId;
  try {
    const [notifications, chat] = await Promise.all([
      getJson("/posts/notifications/unread-count/"),
      getJson(`/chat/unread-count/${room ? `?exclude_room=${encodeURIComponent(room)}` : ""}`),
    ]);
    received({ type: "unread_update", notifications: notifications.count, chat: chat.count });
  } catch {
    // Asked again in 30 s.
  }
}

export function startBadges() {
  if (!me()) return;
  showBadge("notifications", countShown("notifications"));
  showBadge("chat", countShown("chat"));
  const socket = new Socket(() => "/ws/notifications/", {
    received,
    ended: (code) => code === 4401 && goToLogin(),
  });
  setInterval(() => {
    if (!socket.isOpen && !document.hidden) ask();
  }, askEvery);
}
