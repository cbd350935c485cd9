// The service worker: shows the offline page when a page cannot be fetched. It keeps nothing else, for pages
// are private and live; the page's style comes from the browser's own cache.
const keep = "offline";
const page = "/offline/";

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(keep).then((cache) => cache.add(new Request(page, { cache: "reload" }))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.registration.navigationPreload?.enable());
});

async function pageOf(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(page)) ?? Response.error();
  }
}

self.addEventListener("fetch", (event) => {
  const { mode, method } = event.request;
  if (mode === "navigate" && method === "GET") event.respondWith(pageOf(event));
});
