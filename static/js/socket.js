// A WebSocket that comes back by itself: after growing waits with jitter, at once when the network returns,
// within 5 s when the daemon restarts; never after a close that says there is nothing to come back to.
// A page that goes into the browser's back-forward cache closes it and opens it again when it returns.
const waitFirst = 500;
const waitMax = 20_000;
const waitAfterRestart = 5000;
const closedForGood = new Set([4401, 4403]);
const restarting = 1012;

export class Socket {
  // address() gives the path to connect to; handlers: opened(), received(message), lost(failures), ended(code)
  constructor(address, handlers) {
    this.address = address;
    this.handlers = handlers;
    this.failures = 0;
    this.isWanted = true;
    addEventListener("online", () => this.again(0));
    addEventListener("offline", () => this.drop());
    addEventListener("pagehide", () => this.drop());
    addEventListener("pageshow", (event) => event.persisted && this.again(0));
    document.addEventListener("visibilitychange", () => !document.hidden && this.again(0));
    this.connect();
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  // True when the frame was handed to an open connection: no promise that it arrives.
  send(frame) {
    if (!this.isOpen) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  // Closes the connection and makes a new one: for gaps, and for answers that stay away.
  reconnect() {
    this.drop();
    this.again(0);
  }

  connect() {
    const socket = new WebSocket(`${location.origin.replace(/^http/u, "ws")}${this.address()}`);
    this.socket = socket;
    socket.addEventListener("open", () => {
      if (socket !== this.socket) return;
      this.failures = 0;
      this.handlers.opened?.();
    });
    socket.addEventListener("message", (event) => {
      if (socket === this.socket) this.handlers.received(JSON.parse(event.data));
    });
    socket.addEventListener("close", (event) => {
      if (socket === this.socket) this.closed(event.code);
    });
  }

  closed(code) {
    this.socket = null;
    if (closedForGood.has(code)) {
      this.isWanted = false;
      this.handlers.ended?.(code);
      return;
    }
    this.failures += 1;
    this.handlers.lost?.(this.failures);
    const grown = Math.min(waitMax, waitFirst * 2 ** (this.failures - 1));
    this.again(code === restarting ? Math.random() * waitAfterRestart : grown * (0.5 + Math.random() / 2));
  }

  // Lets the present connection go, without waiting for the other side's goodbye.
  drop() {
    clearTimeout(this.timer);
    const socket = this.socket;
    this.socket = null;
    if (!socket) return;
    socket.close();
    this.handlers.lost?.(this.failures);
  }

  again(wait) {
    clearTimeout(this.timer);
    if (!this.isWanted || this.socket) return;
    this.timer = setTimeout(() => {
      if (this.isWanted && !this.socket) this.connect();
    }, wait);
  }
}
