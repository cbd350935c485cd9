// The list of messages: bubbles in groups by sender and minute, days between them, own states below them.
// Confirmed messages stand in the order of their ids; what waits to be sent stands after all of them.
import { icon } from "./icons.js";
import { writeText } from "./text_links.js";
import { clockOf, dayName, writeTimes } from "./times.js";

const stateWords = { sending: "sending", sent: "sent", seen: "seen", failed: "Not sent." };

const isMessage = (item) => item?.classList.contains("message");

function previousMessage(item) {
  let other = item.previousElementSibling;
  while (other && !isMessage(other)) other = other.previousElementSibling;
  return other;
}

const timeOf = (item) => new Date(item.querySelector("time").dateTime);
const isOwn = (item) => item.classList.contains("is-own");

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  if (text) made.textContent = text;
  return made;
}

function button(label, action) {
  const made = element("button", "link-button", label);
  made.type = "button";
  made.dataset.messageAction = action;
  return made;
}

// One tick for sent, two for seen.
function tick(holder) {
  const { state } = holder.dataset;
  if (state === "sent" || state === "seen") holder.prepend(icon("check"));
  if (state === "seen") holder.prepend(icon("check"));
}

export class MessageList {
  constructor(list, own) {
    this.list = list;
    this.own = own;
    this.peerRead = 0;
    this.unread = { from: 0, count: 0 }; // where the unread began when the page came
  }

  get confirmed() {
    return [...this.list.querySelectorAll("[data-message-id]")];
  }

  get lastId() {
    return Number(this.confirmed.at(-1)?.dataset.messageId ?? 0);
  }

  pending(nonce) {
    return this.list.querySelector(`[data-nonce="${CSS.escape(nonce)}"]`);
  }

  // A message as a socket's chat_message has it.
  make({ sender, sender_name: name, message, timestamp }) {
    const own = sender === this.own;
    const item = element("li", own ? "message is-own" : "message");
    item.dataset.sender = sender;
    const who = element("span", "visually-hidden", `${name ?? "You"}:`);
    who.dir = "auto";
    const bubble = element("div", "bubble");
    bubble.dir = "auto";
    writeText(bubble, message);
    const meta = element("p", "message-meta");
    meta.append(document.createElement("time"));
    if (own) meta.append(" ", element("span", "message-state"));
    item.append(who, bubble, meta);
    this.setTime(item, timestamp);
    return item;
  }

  setTime(item, timestamp) {
    const time = item.querySelector("time");
    time.dateTime = timestamp;
    time.dataset.clock = "";
    time.textContent = clockOf(new Date(timestamp));
  }

  setState(item, state, sentence = "") {
    const holder = item.querySelector(".message-state");
    if (holder.dataset.state === state && state !== "failed") return;
    holder.dataset.state = state;
    holder.textContent = sentence || stateWords[state];
    tick(holder);
    if (state === "failed") holder.append(" ", button("Try again", "retry"), " ", button("Discard", "discard"));
    item.classList.toggle("is-failed", state === "failed");
  }

  // Takes a text of the outbox in, at the end.
  addPending(entry) {
    const timestamp = new Date(entry.order).toISOString();
    const item = this.make({ sender: this.own, sender_name: "You", message: entry.text, timestamp });
    item.classList.add("is-pending", "is-new");
    item.dataset.nonce = entry.nonce;
    this.setState(item, entry.problem ? "failed" : "sending", entry.problem ?? "");
    this.list.append(item);
    this.group(item);
    return item;
  }

  // Puts a confirmed message after the others; a pending one of the same nonce turns into it.
  add(message) {
    const waiting = message.nonce && message.sender === this.own ? this.pending(message.nonce) : null;
    const item = waiting ?? this.make(message);
    if (waiting) {
      delete item.dataset.nonce;
      item.classList.remove("is-pending");
      this.setTime(item, message.timestamp);
    } else {
      item.classList.add("is-new");
    }
    item.dataset.messageId = message.id;
    if (isOwn(item)) this.setState(item, message.id <= this.peerRead ? "seen" : "sent");
    const next = [...this.list.querySelectorAll(".is-pending")].find((other) => other !== item);
    if (item.nextElementSibling !== next || !item.isConnected) this.list.insertBefore(item, next ?? null);
    this.group(item);
    if (next) this.group(next);
    return item;
  }

  remove(item) {
    const day = item.previousElementSibling?.matches(".day") ? item.previousElementSibling : null;
    item.remove();
    if (day && !isMessage(day.nextElementSibling)) day.remove();
    this.regroup();
  }

  // Older ones, as items of a fetched page, before all others.
  prepend(items) {
    const first = this.list.firstElementChild;
    for (const item of items) this.list.insertBefore(document.importNode(item, true), first);
    this.drawUnreadLine();
    writeTimes(this.list);
    this.regroup();
  }

  // The page has the line itself, unless more are unread than a page holds.
  drawUnreadLine() {
    const { from, count } = this.unread;
    const item = count > 0 && this.list.querySelector(`[data-message-id="${from}"]`);
    if (!item || this.list.querySelector(".unread-line")) return;
    const line = element("li", "unread-line");
    line.append(element("span", "", `${count} new`));
    this.list.insertBefore(line, item);
  }

  markSeen(upTo) {
    this.peerRead = Math.max(this.peerRead, upTo);
    for (const item of this.confirmed.reverse()) {
      if (!isOwn(item) || Number(item.dataset.messageId) > this.peerRead) continue;
      if (item.querySelector(".message-state").dataset.state === "seen") break;
      this.setState(item, "seen");
    }
    this.showLastState();
  }

  // Bubble, day and state of one message, seen from the one before it.
  group(item) {
    const before = previousMessage(item);
    const time = timeOf(item);
    const isNewDay = !before || timeOf(before).toDateString() !== time.toDateString();
    const isUnreadLine = item.previousElementSibling?.matches(".unread-line") ?? false;
    const isStart =
      isNewDay ||
      isUnreadLine ||
      before.dataset.sender !== item.dataset.sender ||
      clockOf(timeOf(before)) !== clockOf(time);
    item.classList.toggle("is-start", isStart);
    item.classList.add("is-end");
    before?.classList.toggle("is-end", isStart);
    if (isNewDay) this.separate(item, time);
    this.showLastState();
  }

  separate(item, time) {
    const line = item.previousElementSibling;
    const place = line?.matches(".unread-line") ? line : item;
    if (place.previousElementSibling?.matches(".day")) return;
    this.list.insertBefore(element("li", "day", dayName(time)), place);
  }

  // The word of a state stands below the last own message only; the tick below each group is enough elsewhere.
  showLastState() {
    const last = [...this.list.querySelectorAll(".message.is-own")].at(-1);
    for (const item of this.list.querySelectorAll(".is-last-own")) {
      if (item !== last) item.classList.remove("is-last-own");
    }
    last?.classList.add("is-last-own");
  }

  // All anew: after the page's own messages, and after older ones came in.
  regroup() {
    for (const day of this.list.querySelectorAll(".day")) day.remove();
    for (const item of this.list.querySelectorAll(".message")) this.group(item);
    for (const holder of this.list.querySelectorAll(".message-state[data-state]:not(:has(.icon))")) {
      tick(holder);
    }
  }
}
