import { type PartThread, startPartThread } from './part-thread';

/** Threads that read at the same time; with more, the engine that puts the parts together is what takes time. */
const MOST_THREADS = 4;
/** Threads that no file came for are stopped after this time. */
const UNUSED_MS = 120_000;

/** What the threads run: the engine's own script. */
let script: Blob | null = null;

/** Says what threads run; without it there are none. */
export function readPartsBy(engineScript: Blob | null): void {
  script = engineScript;
}

/** Threads that wait for a file, warmed up meanwhile. */
let waiting: { readonly threads: readonly PartThread[]; readonly timer: unknown } | null = null;

/** Starts threads for a file that a person is about to choose, so that they are warm once it is there. */
export function preparePartThreads(): void {
  if (waiting !== null) return;
  const threads = startThreads();
  if (threads.length === 0) return;
  waiting = { threads, timer: setTimeout(() => stopAll(takePartThreads()), UNUSED_MS) };
}

/** The threads that wait, or new ones; none where they cannot be started. Whoever takes them stops them. */
export function takePartThreads(): readonly PartThread[] {
  if (waiting === null) return startThreads();
  const { threads, timer } = waiting;
  waiting = null;
  clearTimeout(timer as number);
  return threads;
}

/** Ends the threads, whatever they are doing. */
export function stopAll(threads: readonly PartThread[]): void {
  for (const thread of threads) thread.stop();
}

/** As many as this machine has processors for: they read, scan and append at the same time. */
function startThreads(): PartThread[] {
  const { navigator } = globalThis as { navigator?: { hardwareConcurrency?: number } };
  const most = Math.min(MOST_THREADS, Math.max(2, navigator?.hardwareConcurrency ?? 2));
  const threads: PartThread[] = [];
  if (script === null) return threads;
  for (let count = 0; count < most; count++) {
    const thread = startPartThread(script);
    if (thread === null) break;
    threads.push(thread);
  }
  return threads;
}
