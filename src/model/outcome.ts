import type { ByteOffset } from './units';

/** What went wrong, as the page shows it: what happened, where, what to do now. */
export interface Trouble {
  /** A name for tests and for choosing words; never shown. */
  readonly code: string;
  /** One sentence: what happened. */
  readonly what: string;
  /** One sentence: what to do now. */
  readonly remedy: string;
  /** Technical text for a report of a fault, shown folded away; never a substitute for `what`. */
  readonly detail?: string;
  readonly where?: { readonly file?: string; readonly record?: number; readonly byte?: ByteOffset };
}

/** Outcomes, not exceptions, cross the worker: Comlink keeps no fields of an error. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: Trouble }
  | { readonly ok: false; readonly trouble: null; readonly cancelled: true };

/** A success that carries a value. */
export function success<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** A failure that a person can act on. */
export function failure(trouble: Trouble): Outcome<never> {
  return { ok: false, trouble };
}

/** The value of a success, or `otherwise` where there is none. */
export function valueOr<T, Other>(outcome: Outcome<T>, otherwise: Other): T | Other {
  return outcome.ok ? outcome.value : otherwise;
}

/** The person stopped it; nothing to explain. */
export const CANCELLED: Outcome<never> = { ok: false, trouble: null, cancelled: true };

/** Inside the worker a failure travels as this error, up to the engine, which turns it into an outcome. */
export class TroubleError extends Error {
  override readonly name = 'TroubleError';
  constructor(readonly trouble: Trouble) {
    super(trouble.what);
  }
}

/** Inside the worker a cancelled step ends with this error. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}
