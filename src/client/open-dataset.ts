import type { OpenResult } from '../worker/api';

/** Keeps track, from the answers that pass by, of which dataset is open and whether it survives the worker. */
export interface OpenDataset {
  answered(call: string, answer: unknown): void;
  cached(id: string | null): void;
  /** The open dataset's id if IndexedDB has it whole, else `null`. */
  survivor(): string | null;
  /** Whether ending the worker loses nothing: nothing is open, or what is open is in IndexedDB. */
  survives(): boolean;
  forget(): void;
}

/** See `OpenDataset`. */
export function trackOpenDataset(): OpenDataset {
  let open: string | null = null;
  let cached: string | null = null;
  const forget = () => {
    open = null;
    cached = null;
  };
  return {
    answered: (call, answer) => {
      if (call === 'closeDataset') forget();
      else open = openedResult(answer)?.header.id ?? open;
    },
    cached: (id) => {
      cached = id;
    },
    survivor: () => (open === cached ? open : null),
    survives: () => open === null || open === cached,
    forget,
  };
}

/** The result inside an answer that opened a dataset: the value itself, or its `result`; else `null`. */
export function openedResult(answer: unknown): OpenResult | null {
  const value = (answer as { value?: Partial<OpenResult> & { result?: OpenResult } } | undefined)?.value;
  if (value?.result !== undefined) return value.result;
  return value?.header !== undefined && value.revision !== undefined ? (value as OpenResult) : null;
}
