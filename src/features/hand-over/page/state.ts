import { type Accessor, createEffect, createSignal, on } from 'solid-js';
import type { HandOverSummary } from '../../../model/hand-over';
import type { Trouble } from '../../../model/outcome';
import { downloadBlob } from '../../../ui/browser/download';
import type { Session } from '../../../ui/state/session';
import { bytesText, counted } from '../../../ui/words';
import type { HandOverCalls, HandOverView } from '../calls';
import type { HandOverSettings } from '../types';

/** What a kit of the open dataset would hold, and what was handed over before. */
export interface HandOverState {
  readonly view: Accessor<HandOverView | null>;
  readonly busy: Accessor<boolean>;
  readonly trouble: Accessor<Trouble | null>;
  /** What was saved last; "" for nothing. */
  readonly saved: Accessor<string>;
  readonly before: Accessor<readonly HandOverSummary[]>;
  /** Asks again: decisions and judgement may have changed meanwhile. */
  refresh(): Promise<void>;
  change(settings: HandOverSettings): Promise<void>;
  save(): Promise<void>;
  forget(id: string): Promise<void>;
}

/** See `HandOverState`. */
export function createHandOverState(engine: HandOverCalls, session: Session): HandOverState {
  const [view, setView] = createSignal<HandOverView | null>(null);
  const [busy, setBusy] = createSignal(false);
  const [trouble, setTrouble] = createSignal<Trouble | null>(null);
  const [saved, setSaved] = createSignal('');
  const [before, setBefore] = createSignal<readonly HandOverSummary[]>([]);
  let asked = 0;

  const ask = async (settings: HandOverSettings | null) => {
    const mine = ++asked;
    setBusy(true);
    const outcome = await engine.handOver(settings);
    if (mine !== asked) return;
    setBusy(false);
    setTrouble(outcome.ok ? null : outcome.trouble);
    if (outcome.ok) setView(outcome.value);
  };
  const list = async () => {
    const outcome = await engine.handOvers();
    if (outcome.ok) setBefore(outcome.value);
  };
  createEffect(
    on(
      () => session.result()?.revision ?? null,
      () => {
        asked++;
        setView(null);
        setSaved('');
      },
    ),
  );
  return {
    view,
    busy,
    trouble,
    saved,
    before,
    refresh: async () => {
      if (session.result() === null) return;
      await Promise.all([ask(null), list()]);
    },
    change: async (settings) => {
      setSaved('');
      await ask(settings);
    },
    save: async () => {
      setSaved('');
      const kit = await session.run('report', 'Writing the hand-over kit', (on) =>
        engine.saveHandOverKit(on),
      );
      if (kit === null) return;
      downloadBlob(kit.blob, kit.fileName);
      const size = `${counted(kit.rows, 'record')}, ${bytesText(kit.blob.size)}`;
      const memory =
        kit.rows === 0 || kit.remembered
          ? ''
          : ' Nothing is kept in this browser, so it is remembered only until this page is closed.';
      setSaved(`Saved ${kit.shownName} (${size}).${memory}`);
      await list();
    },
    forget: async (id) => {
      const outcome = await engine.forgetHandOver(id);
      if (!outcome.ok && outcome.trouble !== null) session.report(outcome.trouble);
      await list();
    },
  };
}
