import { findDuplicates } from '../detect/pipeline';
import { DEFAULT_SETTINGS } from '../detect/settings';
import type { Dataset } from '../model/dataset';
import type { Grouping } from '../model/grouping';
import type { ImportSource } from '../model/import-request';
import { TroubleError } from '../model/outcome';
import type { Watch } from '../model/progress';
import type { DetectionSettings } from '../model/settings';
import type { OpenResult } from './api';
import { measure } from './measure';

/** The dataset that is open, with what detection found in it under which settings. */
export interface Opened {
  readonly dataset: Dataset;
  readonly grouping: Grouping;
  readonly settings: DetectionSettings;
  readonly revision: number;
  /** The files it came from, as long as the page that chose them is open. */
  readonly sources: readonly ImportSource[];
}

/**
 * What of a dataset is in the store as it is opened: nothing, the dataset, the dataset and what was found in it, or
 * whatever there was of the open dataset (`unchanged`), which is opened again under other settings.
 */
export type Stored = 'nothing' | 'dataset' | 'all' | 'unchanged';

/** What is to become the open result. */
export interface ToOpen {
  readonly dataset: Dataset;
  readonly sources: readonly ImportSource[];
  /** Those on screen where absent: whoever switched a rule off wants that for the next dataset too. */
  readonly settings?: DetectionSettings;
  /** What was found under these settings before; `null` or absent: it is found now. */
  readonly found?: Grouping | null;
  readonly stored: Stored;
}

/**
 * What is open. It changes in one go, in `open` only, and only when its successor is whole.
 *
 * A feature that has a part in this subscribes: `onChange` to let go of what it holds of the result before,
 * `Background.addStep` to do something behind the result, `createDerived` for a result of its own, which is made
 * after detection, kept beside the dataset, and made again when the settings change.
 */
export interface Session {
  readonly opened: () => Opened | null;
  /** What is open, or a `TroubleError` that says nothing is. */
  readonly requireOpen: () => Opened;
  /**
   * Finds duplicates, unless they were found before, and makes the result the open one. Rejects with
   * `CancelledError` as long as the result before is still the open one.
   */
  open(next: ToOpen, watch: Watch): Promise<OpenResult>;
  rename(name: string): void;
  close(): void;
  /**
   * Calls back at once whenever another result is open, or nothing (`null`). `stored` is that of `ToOpen`. The
   * listener must not throw, and must not open or close anything.
   */
  onChange(listener: (opened: Opened | null, stored: Stored) => void): void;
}

/** See `Session`. */
export function createSession(): Session {
  let current: Opened | null = null;
  let revision = 0;
  const listeners: Parameters<Session['onChange']>[0][] = [];
  const change = (next: Opened | null, stored: Stored) => {
    current = next;
    for (const listener of listeners) listener(next, stored);
  };
  /** A dataset that was renamed while something was found in it keeps its new name. */
  const asNamedNow = (dataset: Dataset) =>
    current !== null && current.dataset.columns === dataset.columns ? current.dataset : dataset;
  return {
    opened: () => current,
    requireOpen: () => {
      if (current === null) throw nothingOpen();
      return current;
    },
    open: async ({ dataset, sources, stored, ...next }, watch) => {
      const settings = next.settings ?? current?.settings ?? DEFAULT_SETTINGS;
      const grouping =
        next.found ?? (await measure('detection', () => findDuplicates(dataset, settings, watch)));
      await watch.pause();
      // From the clock, so that revisions also grow when the worker is started again.
      revision = Math.max(revision + 1, Date.now());
      const opened = { dataset: asNamedNow(dataset), grouping, settings, sources, revision };
      change(opened, stored);
      return openResult(opened);
    },
    rename: (name) => {
      if (current === null) return;
      const header = { ...current.dataset.header, name };
      current = { ...current, dataset: { ...current.dataset, header } };
    },
    close: () => change(null, 'nothing'),
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
