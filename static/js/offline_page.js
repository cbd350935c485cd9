// Hands the browser the service worker that has a page ready for when there is no network.
export function startOfflinePage() {
  const address = document.body.dataset.offlineWorker;
  if (address) navigator.serviceWorker?.register(address, { scope: "/" }).catch(() => {});
}
