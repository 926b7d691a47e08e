import type { Trouble } from '../model/outcome';

const KEPT = 'Datasets kept in this browser are not affected.';

/** The browser refuses to run the worker, or its script is broken. */
export function couldNotStart(detail: string): Trouble {
  return {
    code: 'engine-not-started',
    what: 'This browser did not start the part of Doublet that does the work.',
    remedy: `Reload the page. If that does not help, use a current Firefox, Chrome or Edge. ${KEPT}`,
    ...(detail !== '' && { detail }),
  };
}

/** No sign of life: most likely out of memory. */
export function wentSilent(): Trouble {
  return {
    code: 'engine-silent',
    what: 'The part of Doublet that does the work stopped answering and was started again.',
    remedy: `The browser may be short of memory: close other tabs and try again. ${KEPT}`,
  };
}

/** A message that could not be read at this end. */
export function sentUnreadable(): Trouble {
  return {
    code: 'engine-message-lost',
    what: 'An answer of the part of Doublet that does the work was lost, so it was started again.',
    remedy: `Try again. If it happens again, reload the page. ${KEPT}`,
  };
}

/** An exception where an outcome was promised. */
export function unexpected(detail: string): Trouble {
  return {
    code: 'unexpected',
    what: 'An unexpected error stopped this step; what is open is as it was before.',
    remedy: `Reload the page and try again. ${KEPT}`,
    detail,
  };
}
