import { expose } from 'comlink';
import { onTestFinished } from 'vitest';
import type { EngineApi } from '../../../src/app/engine-api';
import type { WorkerLike } from '../../../src/client/worker-like';
import { success } from '../../../src/model/outcome';
import type { EngineNotice, OpenResult } from '../../../src/worker/api';

type Listener = (event: Event) => void;

/** A worker over a message channel: real messages, real cloning, no thread. */
export interface FakeWorker {
  readonly worker: WorkerLike;
  readonly terminated: () => boolean;
  notice: (notice: EngineNotice) => void;
  /** What a browser tells of the worker: `error`, `messageerror`. */
  tell(type: string, fields?: object): void;
  /** From now on it reads no message, as if stuck in a loop or out of memory. */
  hang(): void;
}

/** A fake worker whose engine is `engine`. */
export function fakeWorker(engine: Partial<EngineApi>): FakeWorker {
  const { port1, port2 } = new MessageChannel();
  const listeners = new Map<string, Set<Listener>>();
  let terminated = false;
  const fake: FakeWorker = {
    worker: {
      postMessage: (message, transfer = []) => {
        if (!terminated) port1.postMessage(message, transfer as []);
      },
      addEventListener: (type, listener) => {
        if (type === 'message') port1.addEventListener('message', listener as never);
        else listeners.set(type, (listeners.get(type) ?? new Set()).add(listener));
        if (type === 'message') port1.start();
      },
      removeEventListener: (type, listener) => {
        listeners.get(type)?.delete(listener);
      },
      terminate: () => {
        terminated = true;
        port1.close();
      },
    },
    terminated: () => terminated,
    notice: () => undefined,
    tell: (type, fields = {}) => {
      for (const listener of listeners.get(type) ?? []) listener(Object.assign(new Event(type), fields));
    },
    hang: () => port2.close(),
  };
  const attach: EngineApi['attach'] = async (_place, _tab, onNotice) => {
    fake.notice = onNotice;
    return success(undefined);
  };
  expose({ attach, ping: async () => success(undefined), ...engine }, port2 as never);
  onTestFinished(() => {
    port1.close();
    port2.close();
  });
  return fake;
}

/** As much of a result as the client looks at. */
export function resultOf(id: string): OpenResult {
  return { header: { id }, revision: 1 } as OpenResult;
}
