// Texts that are written but not yet acknowledged, kept over reloads, in the order of writing.
import { me } from "./member.js";
import { forget, keep, kept, keysStartingWith } from "./storage.js";

function newNonce() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Pages without https have no randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Outbox {
  constructor(room) {
    this.prefix = `parley.outbox.${me()}.${room}.`;
  }

  // A key each, so that two tabs on one room can't overwrite each other's.
  add(text) {
    const last = this.entries().at(-1);
    const entry = { nonce: newNonce(), text, order: Math.max(Date.now(), (last?.order ?? 0) + 1) };
    this.write({ ...entry, problem: null });
    return entry;
  }

  entries() {
    return keysStartingWith(this.prefix)
      .map((key) => ({ ...JSON.parse(kept(key) ?? "{}"), nonce: key.slice(this.prefix.length) }))
      .filter((entry) => entry.text)
      .sort((a, b) => a.order - b.order);
  }

  get(nonce) {
    return this.entries().find((entry) => entry.nonce === nonce);
  }

  // The oldest one that waits to be sent.
  next() {
    return this.entries().find((entry) => !entry.problem);
  }

  // problem: the sentence why it was refused; null: to be sent (again).
  mark(nonce, problem) {
    const entry = this.get(nonce);
    if (entry) this.write({ ...entry, problem });
  }

  remove(nonce) {
    forget(this.prefix + nonce);
  }

  write({ nonce, text, order, problem }) {
    keep(this.prefix + nonce, JSON.stringify({ text, order, problem }));
  }
}
