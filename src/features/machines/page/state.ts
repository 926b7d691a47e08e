import { type Accessor, createEffect, createSignal, on } from 'solid-js';
import type { CauseId } from '../../../model/judgement';
import type { Trouble } from '../../../model/outcome';
import type { Session } from '../../../ui/state/session';
import type { JudgementView, MachinesCalls } from '../calls';
import type { JudgementSettings } from '../types';

/** The judgement of the open dataset, its settings, and what their last change did. */
export interface MachinesState {
  readonly view: Accessor<JudgementView | null>;
  readonly busy: Accessor<boolean>;
  readonly trouble: Accessor<Trouble | null>;
  /** Grows with every judgement, so that lists are read anew. */
  readonly version: Accessor<number>;
  change(settings: JudgementSettings): Promise<void>;
  /** What people call a cause. */
  titleOf(cause: CauseId): string;
  /** Takes the last change back; `null` where there is none. */
  readonly undo: Accessor<(() => void) | null>;
}

const silent = () => undefined;

/** See `MachinesState`. Judged as soon as a result is open, since the Overview shows it. */
export function createMachinesState(
  engine: Pick<MachinesCalls, 'judgement' | 'changeJudgement'>,
  session: Session,
): MachinesState {
  const [view, setView] = createSignal<JudgementView | null>(null);
  const [busy, setBusy] = createSignal(false);
  const [trouble, setTrouble] = createSignal<Trouble | null>(null);
  const [version, setVersion] = createSignal(0);
  const [before, setBefore] = createSignal<JudgementSettings | null>(null);
  let asked = 0;

  const take = async (work: () => ReturnType<MachinesCalls['judgement']>) => {
    const mine = ++asked;
    setBusy(true);
    const outcome = await work();
    if (mine !== asked) return;
    setBusy(false);
    setTrouble(outcome.ok ? null : outcome.trouble);
    if (!outcome.ok) return;
    setView(outcome.value);
    setVersion((count) => count + 1);
  };
  createEffect(
    on(
      () => session.result()?.revision ?? null,
      (revision) => {
        setView(null);
        setBefore(null);
        if (revision !== null) void take(() => engine.judgement(silent));
      },
    ),
  );
  const change = async (settings: JudgementSettings) => {
    const old = view()?.settings ?? null;
    await take(() => engine.changeJudgement(settings, silent));
    setBefore(old);
  };
  return {
    view,
    busy,
    trouble,
    version,
    change,
    titleOf: (cause) => view()?.causes.find(({ id }) => id === cause)?.title ?? cause,
    undo: () => {
      const old = before();
      if (old === null) return null;
      return () => void change(old).then(() => setBefore(null));
    },
  };
}
