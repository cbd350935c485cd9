// A calm line while the device is offline. The chat room has a line of its own, which says more.
import { toast } from "./toasts.js";

const sentence = "You're offline. What you write is kept here until you're back.";

export function startOfflineLine() {
  if (document.querySelector("[data-room]")) return;
  let takeAway = null;
  const show = () => {
    takeAway?.();
    takeAway = navigator.onLine ? null : toast(sentence, { stays: true });
  };
  addEventListener("online", show);
  addEventListener("offline", show);
  if (!navigator.onLine) show();
}
