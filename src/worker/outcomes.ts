import {
  CANCELLED,
  CancelledError,
  failure,
  type Outcome,
  success,
  type Trouble,
  TroubleError,
} from '../model/outcome';

const KEPT = 'Reload the page; the datasets kept in this browser are not affected.';

/**
 * Does a step and makes an outcome of however it ends. `doing` names the step for the sentence of an error that
 * nobody foresaw: "Reading the files".
 */
export async function outcomeOf<T>(doing: string, step: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return success(await step());
  } catch (error) {
    if (error instanceof CancelledError) return CANCELLED;
    return failure(troubleOf(doing, error));
  }
}

/** What an exception means to a person. */
export function troubleOf(doing: string, error: unknown): Trouble {
  if (error instanceof TroubleError) return error.trouble;
  const detail = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
  if (isOutOfMemory(error)) {
    return {
      code: 'out-of-memory',
      what: `${doing} needs more memory than the browser gives this page.`,
      remedy: 'Close other tabs and datasets, or import the files one at a time.',
      detail,
    };
  }
  return {
    code: 'unexpected',
    what: `${doing} was stopped by an error that Doublet did not foresee.`,
    remedy: KEPT,
    detail,
  };
}

/** What engines say when a buffer or an array cannot be had: V8 and SpiderMonkey, in their own words. */
function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /allocation (failed|size overflow)|out of memory|invalid (typed )?array (buffer )?length/i.test(
    error.message,
  );
}
