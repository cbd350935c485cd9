// The open room: one WebSocket, messages in the order of their ids, an outbox that survives outages and reloads.
import { MessageList } from "./chat_messages.js";
import { Outbox } from "./chat_outbox.js";
import { showInRow } from "./chat_list.js";
import { ChatScroll } from "./chat_scroll.js";
import { startHistory } from "./chat_history.js";
import { Typing } from "./chat_typing.js";
import { isTooLong, showCounter } from "./counters.js";
import { draftOf, dropDraft, keepDraft } from "./drafts.js";
import { grow } from "./growing.js";
import { me } from "./member.js";
import { goToLogin } from "./request.js";
import { Socket } from "./socket.js";
import { toast } from "./toasts.js";

const ackWait = 10_000; // an answer that stays away this long: the connection is dead
const holeWait = 3000; // an acknowledged message that does not come as a message
const calmFor = 1500; // outages shorter than this are not mentioned
const pauseFor = 2000;
const passing = new Set(["slow_down", "busy", "unavailable"]); // refusals that time heals
const failuresBeforeAsking = 3;
const announcedMax = 5;

class Room {
  constructor(section) {
    const find = (name) => section.querySelector(`[data-${name}]`);
    this.id = section.closest("[data-room-id]").dataset.roomId;
    this.section = section;
    this.peerName = section.dataset.peerName;
    this.form = find("room-form");
    this.area = this.form.querySelector("textarea");
    this.connection = find("connection");
    this.empty = find("room-empty");
    this.announcer = find("announcer");
    this.draft = `room-${this.id}`;
    this.outbox = new Outbox(this.id);
    this.messages = new MessageList(find("messages"), me());
    this.typing = new Typing(find("typing"));
    this.scroll = new ChatScroll(find("room-scroll"), find("latest"), () => this.tellRead());
    this.inTheAir = null; // nonce of the text that waits for its answer

    const { unread, lastId } = section.dataset;
    this.messages.unread = { from: Number(lastId) - Number(unread) + 1, count: Number(unread) };
    this.messages.markSeen(Number(section.dataset.peerRead));
    this.messages.regroup();
    this.lastId = this.messages.lastId || Number(section.dataset.lastId);
    this.readTo = 0;
    for (const entry of this.outbox.entries()) this.messages.addPending(entry);
    this.showEmpty();
    this.scroll.toUnreadLine();
    startHistory(find("room-scroll"), this.messages, this.scroll);
  }

  start() {
    this.listen();
    this.socket = new Socket(() => `/ws/chat/${this.id}/?after=${this.lastId}`, {
      opened: () => this.opened(),
      received: (frame) => this.received(frame),
      lost: (failures) => this.lost(failures),
      ended: (code) => this.ended(code),
    });
  }

  listen() {
    if (!this.area.value) this.area.value = draftOf(this.draft);
    this.area.addEventListener("input", () => this.typed());
    this.area.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.write();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.write();
    });
    this.messages.list.addEventListener("click", (event) => this.pressed(event));
    document.addEventListener("visibilitychange", () => this.tellRead());
    if (matchMedia("(pointer: fine)").matches) this.area.focus({ preventScroll: true });
  }

  typed() {
    keepDraft(this.draft, this.area.value);
    if (this.area.value.trim() && this.socket.isOpen && this.typing.isDue()) {
      this.socket.send({ type: "typing" });
    }
  }

  write() {
    const text = this.area.value.trim();
    if (!text) return;
    if (isTooLong(this.form, this.area)) {
      toast(`A message has at most ${this.form.dataset.limit} characters.`, { isError: true });
      return;
    }
    const entry = this.outbox.add(text);
    this.scroll.appending(() => this.messages.addPending(entry), true);
    this.area.value = "";
    grow(this.area);
    showCounter(this.area);
    dropDraft(this.draft);
    this.typing.sent();
    this.showEmpty();
    this.pump();
    this.showConnection();
  }

  pressed(event) {
    const action = event.target.closest("[data-message-action]")?.dataset.messageAction;
    if (!action) return;
    const item = event.target.closest(".message");
    const nonce = item.dataset.nonce;
    if (action === "discard") {
      this.discard(item, nonce);
    } else {
      this.outbox.mark(nonce, null);
      this.messages.setState(item, "sending");
      this.pump();
    }
    this.area.focus();
  }

  discard(item, nonce) {
    const entry = this.outbox.get(nonce);
    this.outbox.remove(nonce);
    this.messages.remove(item);
    this.showEmpty();
    const run = () => {
      this.outbox.write(entry);
      this.messages.addPending(entry);
      this.showEmpty();
    };
    toast("Message discarded.", { action: { label: "Put it back", run } });
  }

  // One text at a time: so the order of writing is the order of arriving, over every outage.
  pump() {
    if (this.inTheAir || !this.socket?.isOpen) return;
    const entry = this.outbox.next();
    if (!entry) return;
    this.inTheAir = entry.nonce;
    this.socket.send({ message: entry.text, nonce: entry.nonce });
    clearTimeout(this.ackTimer);
    this.ackTimer = setTimeout(() => this.socket.reconnect(), ackWait);
  }

  landed(nonce) {
    if (this.inTheAir !== nonce) return;
    clearTimeout(this.ackTimer);
    this.inTheAir = null;
  }

  opened() {
    clearTimeout(this.calmTimer);
    this.calmTimer = null;
    this.isAway = false;
    this.showConnection();
    this.pump();
    this.tellRead();
  }

  lost(failures) {
    clearTimeout(this.ackTimer);
    clearTimeout(this.holeTimer);
    this.inTheAir = null;
    this.typing.hide();
    this.calmTimer ??= setTimeout(() => {
      this.isAway = true;
      this.showConnection();
    }, calmFor);
    if (failures === failuresBeforeAsking) this.askWhy();
  }

  // A refused handshake has no reason that scripts can see: the page of the room does.
  async askWhy() {
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } }).catch(() => null);
    if (answer && [401, 403, 404].includes(answer.status)) location.reload();
    else if (answer?.redirected) goToLogin();
  }

  ended(code) {
    if (code === 4401) {
      goToLogin();
      return;
    }
    this.say("You two are no longer friends, so this chat is closed.");
    for (const control of this.form.elements) control.disabled = true;
  }

  received(frame) {
    const handlers = {
      chat_message: () => this.message(frame),
      ack: () => this.acknowledged(frame),
      typing: () => frame.sender !== me() && this.typing.show(),
      read: () => frame.reader !== me() && this.messages.markSeen(frame.up_to),
      error: () => this.refused(frame),
      reset: () => location.replace(location.pathname),
    };
    handlers[frame.type]?.();
  }

  message(frame) {
    if (frame.id > this.lastId + 1) {
      this.socket.reconnect();
      return;
    }
    const isOwn = frame.sender === me();
    if (isOwn && frame.nonce) this.outbox.remove(frame.nonce);
    if (frame.id <= this.lastId) {
      if (isOwn && frame.nonce) this.dropPending(frame.nonce);
      return;
    }
    this.lastId = frame.id;
    const isKnown = isOwn && frame.nonce && this.messages.pending(frame.nonce) !== null;
    if (isKnown) this.messages.add(frame);
    else this.scroll.appending(() => this.messages.add(frame), isOwn);
    this.showEmpty();
    showInRow(this.id, frame, isOwn);
    if (!isOwn) this.heard(frame);
    if (isOwn && frame.nonce) this.landed(frame.nonce);
    this.pump();
  }

  heard(frame) {
    this.typing.hide();
    const line = document.createElement("p");
    line.dir = "auto";
    line.textContent = `${frame.sender_name}: ${frame.message}`;
    this.announcer.append(line);
    while (this.announcer.childElementCount > announcedMax) this.announcer.firstElementChild.remove();
    this.tellRead();
  }

  acknowledged({ nonce, id, timestamp }) {
    const text = this.outbox.get(nonce)?.text;
    this.outbox.remove(nonce);
    this.landed(nonce);
    if (id === this.lastId + 1 && text !== undefined) {
      const frame = { id, nonce, timestamp, sender: me(), message: text };
      this.lastId = id;
      this.messages.add(frame);
      showInRow(this.id, frame, true);
    } else if (id <= this.lastId) {
      this.dropPending(nonce);
    } else {
      clearTimeout(this.holeTimer);
      this.holeTimer = setTimeout(() => {
        if (this.lastId < id) this.socket.reconnect();
      }, holeWait);
    }
    this.pump();
  }

  // The text stands among the confirmed ones already: after a reload in between, or from another tab.
  dropPending(nonce) {
    const item = this.messages.pending(nonce);
    if (item) this.messages.remove(item);
  }

  refused({ code, message, nonce }) {
    if (!nonce) {
      if (message) toast(message, { isError: true });
      return;
    }
    this.landed(nonce);
    if (passing.has(code)) {
      setTimeout(() => this.pump(), pauseFor);
      return;
    }
    const sentence = `Not sent. ${message ?? ""}`.trim();
    this.outbox.mark(nonce, sentence);
    const item = this.messages.pending(nonce);
    if (item) this.messages.setState(item, "failed", sentence);
    this.pump();
  }

  tellRead() {
    if (document.hidden || !this.scroll.isAtBottom || this.readTo >= this.lastId) return;
    if (this.socket?.send({ type: "read", up_to: this.lastId })) this.readTo = this.lastId;
  }

  showEmpty() {
    this.empty.hidden = this.messages.list.querySelector(".message") !== null;
  }

  showConnection() {
    if (!this.isAway) {
      this.connection.hidden = true;
      return;
    }
    const waiting = this.outbox.next() !== undefined;
    if (navigator.onLine && !waiting) this.say("Connecting again…");
    else if (waiting) this.say("You're offline. We'll send this when you're back.");
    else this.say("You're offline. What you write is kept and sent when you're back.");
  }

  say(sentence) {
    this.connection.hidden = false;
    if (this.connection.textContent !== sentence) this.connection.textContent = sentence;
  }
}

export function startChatRoom() {
  const section = document.querySelector("[data-room]");
  if (section) new Room(section).start();
}
