import { type Accessor, batch, createSignal } from 'solid-js';
import type { KitCalls, OnProgress } from '../../../../client/api';
import { type Outcome, type Trouble, valueOr } from '../../../../model/outcome';
import type { Progress } from '../../../../model/progress';
import type { Session } from '../../../../ui/state/session';
import type { SensorCalls } from '../../calls';
import type { SensorSettings, SettingsFault } from '../../types/settings';
import type { SensorScope, SensorView } from '../../types/view';

type SensorEngine = Pick<
  SensorCalls & KitCalls,
  'sensorCheck' | 'changeSensorSettings' | 'sensorSettingsFaults' | 'defaultSensorSettings' | 'cancel'
>;

/** Changes that can be taken back. */
const MOST_UNDONE = 50;
/** A check that takes no longer shows no progress: it would only flicker. */
const SLOW_MS = 300;

interface Before {
  readonly settings: SensorSettings;
  readonly scope: SensorScope;
}

/** The sensor check of the open dataset, its settings, and what their last change did. */
export interface Sensor {
  readonly view: Accessor<SensorView | null>;
  /** What runs, once it has taken long enough to be worth showing. */
  readonly running: Accessor<{ readonly startedAt: number } | null>;
  readonly progress: Accessor<Progress | null>;
  /** Why there is no check. */
  readonly trouble: Accessor<Trouble | null>;
  /** Why the last change of settings was refused; "" if it was not. */
  readonly refusal: Accessor<string>;
  readonly canUndo: Accessor<boolean>;
  /** Checks what is open, unless that is done. */
  ensure(): Promise<void>;
  /** Changes the settings in force when its turn comes; true if they were taken. */
  change(next: (now: SensorSettings) => SensorSettings): Promise<boolean>;
  load(text: string): Promise<boolean>;
  share(scope: SensorScope): Promise<boolean>;
  undo(): Promise<boolean>;
  restoreDefaults(): Promise<boolean>;
  /** What would be wrong with the settings after a change. */
  faults(next: (now: SensorSettings) => SensorSettings): Promise<readonly SettingsFault[]>;
  cancel(): void;
}

/** See `Sensor`. Nothing is checked until the screen asks. */
export function createSensor(engine: SensorEngine, session: Session): Sensor {
  const [view, setView] = createSignal<SensorView | null>(null);
  const [running, setRunning] = createSignal<{ startedAt: number } | null>(null);
  const [progress, setProgress] = createSignal<Progress | null>(null);
  const [trouble, setTrouble] = createSignal<Trouble | null>(null);
  const [refusal, setRefusal] = createSignal('');
  const [history, setHistory] = createSignal<readonly Before[]>([]);
  let of: { readonly revision: number; readonly id: string } | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const run = async (work: (on: OnProgress) => Promise<Outcome<SensorView>>) => {
    const startedAt = performance.now();
    const slow = setTimeout(() => setRunning({ startedAt }), SLOW_MS);
    const outcome = await work(setProgress);
    clearTimeout(slow);
    batch(() => {
      setRunning(null);
      setProgress(null);
    });
    return outcome;
  };
  /** One after the other, so that a change never starts from settings that are being replaced. */
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const turn = queue.then(step);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const check = async () => {
    const opened = session.result();
    if (opened === null || session.job() !== null || opened.revision === of?.revision) return;
    const outcome = await run(engine.sensorCheck);
    if (session.result()?.revision !== opened.revision) return;
    batch(() => {
      setTrouble(outcome.ok ? null : outcome.trouble);
      if (of?.id !== opened.header.id) {
        setHistory([]);
        setRefusal('');
      }
      setView(outcome.ok ? outcome.value : null);
    });
    of = outcome.ok ? { revision: opened.revision, id: opened.header.id } : null;
  };
  const apply = async (next: SensorSettings | string, scope: SensorScope): Promise<boolean> => {
    setRefusal('');
    const outcome = await run((on) => engine.changeSensorSettings(next, scope, on));
    if (outcome.ok) setView(outcome.value);
    else if (outcome.trouble !== null) setRefusal(refusalText(outcome.trouble));
    return outcome.ok;
  };
  const replace = (next: (now: SensorSettings) => SensorSettings | string, scope?: SensorScope) =>
    inTurn(async () => {
      const now = view();
      if (now === null || session.job() !== null) return false;
      const taken = await apply(next(now.settings), scope ?? now.scope);
      if (taken) setHistory((before) => [...before, now].slice(-MOST_UNDONE));
      return taken;
    });
  return {
    view: () => (session.result() === null ? null : view()),
    running,
    progress,
    trouble,
    refusal,
    canUndo: () => history().length > 0,
    ensure: () => inTurn(check),
    change: (next) => replace(next),
    load: (text) => replace(() => text),
    share: (scope) => replace((now) => now, scope),
    undo: () =>
      inTurn(async () => {
        const last = history().at(-1);
        if (last === undefined || session.job() !== null) return false;
        const taken = await apply(last.settings, last.scope);
        if (taken) setHistory((before) => before.slice(0, -1));
        return taken;
      }),
    restoreDefaults: async () => {
      const defaults = await engine.defaultSensorSettings();
      return defaults.ok ? replace(() => defaults.value) : false;
    },
    faults: async (next) => {
      const now = view();
      return now === null ? [] : valueOr(await engine.sensorSettingsFaults(next(now.settings)), []);
    },
    cancel: () => void engine.cancel(),
  };
}

function refusalText({ code, what, remedy }: Trouble): string {
  return code === 'sensor-settings' ? `${what} Nothing was changed.` : `${what} ${remedy}`;
}
