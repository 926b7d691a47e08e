import type { Dataset } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import type { ImportSource } from '../model/import-request';
import { TroubleError } from '../model/outcome';
import type { DetectionSettings } from '../model/settings';
import type { OpenResult } from './api';

/** The dataset that is open, with what detection found in it under which settings. */
export interface Opened {
  readonly dataset: Dataset;
  readonly grouping: Grouping;
  readonly settings: DetectionSettings;
  readonly revision: number;
  /** The files it came from, as long as the page that chose them is open. */
  readonly sources: readonly ImportSource[];
}

/** What is open. It changes in one go and only when its successor is whole. */
export interface Session {
  readonly opened: () => Opened | null;
  /** What is open, or a `TroubleError` that says nothing is. */
  readonly must: () => Opened;
  show(opened: Pick<Opened, 'dataset' | 'grouping' | 'settings' | 'sources'>): OpenResult;
  rename(name: string): void;
  close(): void;
  /** Calls back whenever something else is open, or nothing, so that views let go of what they hold. */
  onChange(listener: () => void): void;
}

/** See `Session`. */
export function createSession(): Session {
  let current: Opened | null = null;
  let revision = 0;
  const listeners: (() => void)[] = [];
  const changed = () => {
    for (const listener of listeners) listener();
  };
  return {
    opened: () => current,
    must: () => {
      if (current === null) throw nothingOpen();
      return current;
    },
    show: (next) => {
      // From the clock, so that revisions also grow when the worker is started again.
      revision = Math.max(revision + 1, Date.now());
      current = { ...next, revision };
      changed();
      return openResult(current);
    },
    rename: (name) => {
      if (current === null) return;
      const header = { ...current.dataset.header, name };
      current = { ...current, dataset: { ...current.dataset, header } };
    },
    close: () => {
      current = null;
      changed();
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}

function openResult({ dataset, grouping, settings, revision }: Opened): OpenResult {
  return {
    header: dataset.header,
    settings,
    summary: grouping.summary,
    ignored: grouping.ignored,
    sharedWidely: grouping.sharedWidely,
    revision,
  };
}

function nothingOpen(): TroubleError {
  return new TroubleError({
    code: 'nothing-open',
    what: 'No dataset is open.',
    remedy: 'Import an asset export, or open a stored dataset, first.',
  });
}
