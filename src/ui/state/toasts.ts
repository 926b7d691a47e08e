import { type Accessor, createSignal } from 'solid-js';

/** A message about a moment: it goes by itself. */
export interface Toast {
  readonly text: string;
  /** The way back from what the message tells. */
  readonly undo?: () => void;
}

/** The messages that show now, the newest last. */
export interface Toasts {
  readonly shown: Accessor<readonly Toast[]>;
  /** Shows a message for 4 s, one with a way back for 10 s. The same words take the place of those before. */
  say(text: string, undo?: () => void): void;
  dismiss(toast: Toast): void;
  /** Keeps the messages while the pointer or the focus is on them. */
  hold(on: boolean): void;
}

const MOST = 3;
const LASTS = 4_000;
const LASTS_WITH_UNDO = 10_000;

/** See `Toasts`. */
export function createToasts(): Toasts {
  const [shown, setShown] = createSignal<readonly Toast[]>([]);
  const timers = new Map<Toast, ReturnType<typeof setTimeout>>();
  const dismiss = (toast: Toast) => {
    clearTimeout(timers.get(toast));
    timers.delete(toast);
    setShown((before) => before.filter((other) => other !== toast));
  };
  const start = (toast: Toast) => {
    clearTimeout(timers.get(toast));
    const lasts = toast.undo === undefined ? LASTS : LASTS_WITH_UNDO;
    timers.set(
      toast,
      setTimeout(() => dismiss(toast), lasts),
    );
  };
  return {
    shown,
    dismiss,
    say: (text, undo) => {
      const toast: Toast = undo === undefined ? { text } : { text, undo };
      for (const same of shown().filter((other) => other.text === text)) dismiss(same);
      for (const old of shown().slice(0, Math.max(0, shown().length - MOST + 1))) dismiss(old);
      setShown((before) => [...before, toast]);
      start(toast);
    },
    hold: (on) => {
      for (const toast of shown()) {
        if (on) clearTimeout(timers.get(toast));
        else start(toast);
      }
    },
  };
}
