import { threadAddress } from '../../model/thread-address';
import type { PartAnswer, PartJob } from './part';
import { buffersOf } from './part';
import { readPart } from './read-part';
import { warmUp } from './warm-up';

/** The name by which the engine's script knows that it runs as a reader of parts. */
export const PART_THREAD = 'Doublet part reader';

/** Reads one part at a time; one of several beside the engine. */
export interface PartThread {
  /** Never throws: a thread that cannot read, or is gone, answers `'failed'`. */
  read(job: PartJob): Promise<PartAnswer>;
  stop(): void;
}

/** A thread that says nothing for so long at first is given up. */
const SILENCE_MS = 3000;

/**
 * Starts another thread of the engine's script: it lies in the page already, and only a script from a `blob:`
 * address runs on `file://` and is bound by the page's policy. `null` where none can be started: in Node, or where
 * the browser refuses one.
 */
export function startPartThread(script: Blob): PartThread | null {
  if (typeof Worker === 'undefined') return null;
  const address = threadAddress(script);
  try {
    return threadOf(new Worker(address, { name: PART_THREAD }));
  } catch {
    URL.revokeObjectURL(address);
    return null;
  }
}

function threadOf(worker: Worker): PartThread {
  let take: (answer: PartAnswer) => void = () => undefined;
  let gone = false;
  let heard = false;
  worker.onmessage = ({ data }: MessageEvent<PartAnswer | 'ready'>) => {
    heard = true;
    if (data !== 'ready') take(data);
  };
  const end = () => {
    gone = true;
    take({ kind: 'failed' });
  };
  worker.onerror = (event) => {
    event.preventDefault();
    end();
  };
  worker.onmessageerror = end;
  return {
    read: (job) =>
      new Promise((resolve) => {
        take = resolve;
        if (gone) {
          end();
          return;
        }
        worker.postMessage(job);
        if (!heard) setTimeout(() => heard || end(), SILENCE_MS);
      }),
    stop: () => {
      worker.terminate();
      end();
    },
  };
}

/** What the other thread does: reads the parts that it is told to read, one after the other. */
export function serveParts(): void {
  const scope = globalThis as unknown as {
    onmessage: (event: MessageEvent<PartJob>) => void;
    postMessage: (message: PartAnswer | 'ready', transfer?: Transferable[]) => void;
  };
  let told = false;
  scope.onmessage = async ({ data }) => {
    told = true;
    // Why a read failed is told by reading on in place, by the engine itself.
    const answer = await readPart(data).catch((): PartAnswer => ({ kind: 'failed' }));
    scope.postMessage(answer, answer.kind === 'part' ? buffersOf(answer.part) : []);
  };
  scope.postMessage('ready');
  void warmUp(() => told);
}
