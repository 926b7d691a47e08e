/** How far a long step is. `done` and `total` are in `unit`; `total` 0 means unknown. */
export interface Progress {
  /** In words, for the page: "Reading", "Finding duplicates", "Writing Excel report". */
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  readonly unit: 'bytes' | 'assets' | 'rows' | 'pages' | 'files';
  /** Assets so far, where the phase makes assets. */
  readonly assets?: number;
}

/**
 * What a long step is given: where to tell how far it is, and when to stop. A step calls `pause` between
 * slices of at most some ten milliseconds, so that the worker can answer questions meanwhile.
 */
export interface Watch {
  report(progress: Progress): void;
  /** Lets other work run; rejects with `CancelledError` once the person has cancelled. */
  pause(): Promise<void>;
}

/** A watch that nobody looks at, for tests and for Node. */
export const UNWATCHED: Watch = { report: () => undefined, pause: () => Promise.resolve() };
