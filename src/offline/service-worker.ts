/// <reference lib="webworker" />

/** Set by the build: a hash of everything in `FILES`, and the files that a visit without a network needs. */
declare const VERSION: string;
declare const FILES: readonly string[];
declare const self: ServiceWorkerGlobalScope;

/** Several copies of Doublet may share one server, each in its folder and with caches of its own. */
const CACHES = `doublet ${self.registration.scope} `;
/** A server that has not answered by then counts as out of reach. */
const PATIENCE_MS = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(keepFiles().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldFiles().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !FILES.includes(fileOf(request.url))) return;
  event.respondWith(request.mode === 'navigate' ? newestPage(request) : keptFile(request));
});

/** Reads every file past the browser's own cache; one that is missing leaves the version before in place. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(CACHES + VERSION);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })));
}

async function dropOldFiles(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(CACHES) && name !== CACHES + VERSION) await caches.delete(name);
  }
}

/** The server's page if it can be reached, so that an update counts at once; else the kept one. */
async function newestPage(request: Request): Promise<Response> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(request, { signal: waiting.signal });
    return answer.status >= 500 ? await keptFile(request) : answer;
  } catch {
    return keptFile(request);
  } finally {
    clearTimeout(timer); // The head is here; the rest may take its time.
  }
}

async function keptFile(request: Request): Promise<Response> {
  const cache = await caches.open(CACHES + VERSION);
  const kept = await cache.match(`./${fileOf(request.url)}`);
  return kept ?? fetch(request);
}

/** The address within this copy's folder: `/doublet/?x#y` is `index.html` for the copy in `/doublet/`. */
function fileOf(address: string): string {
  const folder = self.registration.scope;
  const plain = address.replace(/[?#].*$/, '');
  if (!plain.startsWith(folder)) return '';
  return plain.slice(folder.length) || 'index.html';
}
