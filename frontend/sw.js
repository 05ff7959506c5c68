// Lets the field door start without a network, and hands on the browser's hint that a network is back. It does nothing
// else: it never touches anything but GET, never the desk, the portal or the API, and never keeps a page that the server
// rendered.
// The build fills in the version (a hash over the list and the shell) and the list.

const VERSION = "{{version}}";
const PRECACHE = ["{{precache}}"];
const SHELL = "/field";
const CACHE = `field-${VERSION}`;

// The old cache stays until the new one is complete: if one file fails, this version is not installed at all.
self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE);
      try {
        await cache.addAll([SHELL, ...PRECACHE].map((url) => new Request(url, { cache: "reload" })));
      } catch (error) {
        await caches.delete(CACHE);
        throw error;
      }
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith("field-") && name !== CACHE) {
          await caches.delete(name);
        }
      }
      await self.clients.claim();
    })(),
  );
});

// Said by a page at its cold start. Never by itself: a form may be open.
self.addEventListener("message", (event) => {
  if (event.data === "change-over") {
    event.waitUntil(self.skipWaiting());
  }
});

// The queue lives in the page and only there. A page that is open tries now; without one the next start does.
self.addEventListener("sync", (event) => {
  if (event.tag === "outbox") {
    event.waitUntil(
      (async () => {
        for (const page of await self.clients.matchAll({ type: "window" })) {
          page.postMessage(event.tag);
        }
      })(),
    );
  }
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") {
    return;
  }
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) {
    return;
  }
  if (request.mode === "navigate") {
    if (url.pathname === SHELL || url.pathname.startsWith(`${SHELL}/`)) {
      event.respondWith(fromCache(SHELL, request));
    }
  } else if (PRECACHE.includes(url.pathname)) {
    event.respondWith(fromCache(url.pathname, request));
  }
});

async function fromCache(address, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? fetch(request);
}
