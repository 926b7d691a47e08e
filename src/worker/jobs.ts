import { CANCELLED, failure, type Outcome } from '../model/outcome';
import type { Watch } from '../model/progress';
import type { OnProgress } from './api';
import { outcomeOf } from './outcomes';
import { releaseCallback } from './release-callback';
import { createWatch } from './task-context';

/** Steps that make a result replace each other; a report is never dropped for one, nor the other way round. */
export type JobKind = 'result' | 'report';

interface Job {
  readonly kind: JobKind;
  readonly doing: string;
  cancel(): void;
}

/** The long steps, one at a time. */
export interface Jobs {
  /**
   * Runs a long step. A later one that makes a result cancels an earlier one; where a report is involved the
   * later one is refused. `work` must change what is open only after its last `pause`, in one go.
   * What `work` hands to `ending` is called once the step has its answer, also where it was cancelled and something
   * that it waits for never ends. `onCancel` is called once the step is cancelled, for one that waits for something else than `pause`.
   */
  run<T>(
    kind: JobKind,
    doing: string,
    onProgress: OnProgress,
    work: (watch: Watch, ending: (listener: () => void) => void) => Promise<T>,
    onCancel?: () => void,
  ): Promise<Outcome<T>>;
  /** Stops the running step: it answers at once, whatever it is waiting for, and ends at its next `pause`. */
  cancel(): void;
}

/** See `Jobs`. */
export function createJobs(): Jobs {
  let running: Job | null = null;

  const run: Jobs['run'] = async (kind, doing, onProgress, work, onCancel) => {
    if (running !== null && (kind === 'report' || running.kind === 'report')) return busy(running.doing);
    running?.cancel();
    let cancelled = false;
    let giveUp = () => undefined as unknown;
    const gaveUp = new Promise<Outcome<never>>((resolve) => {
      giveUp = () => resolve(CANCELLED);
    });
    const job: Job = {
      kind,
      doing,
      cancel: () => {
        cancelled = true;
        onCancel?.();
        giveUp();
      },
    };
    running = job;
    const watch = createWatch(() => cancelled, onProgress);
    const endings: (() => void)[] = [];
    const outcome = outcomeOf(doing, () => work(watch, (listener) => endings.push(listener))).finally(() =>
      releaseCallback(onProgress),
    );
    const answer = await Promise.race([outcome, gaveUp]);
    if (running === job) running = null;
    for (const end of endings) end();
    return answer;
  };
  return {
    run,
    cancel: () => {
      running?.cancel();
      running = null;
    },
  };
}

function busy(doing: string): Outcome<never> {
  return failure({
    code: 'busy',
    what: `${doing} is still running.`,
    remedy: 'Wait until it is done, or cancel it, then try again.',
  });
}
