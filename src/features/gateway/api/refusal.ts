import { CALL_ERRORS, type CallError } from './call-error';

/** What an answer with status 200 says of itself. */
export interface StatedResult {
  readonly responseCode: string | null;
  readonly responseMessage: string | null;
}

const LIMIT = /rate.?limit|too many (calls|requests)|limit (is |was )?exceeded|throttl/i;
/** Longer messages are cut: they come from outside and are shown. */
const LONGEST_MESSAGE = 200;

/**
 * Whether an answer refuses what was asked although its status is 200: only `SUCCESS` is none. A limit that is told
 * in words is waited for like status 429; anything else is tried again.
 */
export function refusalOf({ responseCode, responseMessage }: StatedResult): CallError | null {
  if (responseCode === 'SUCCESS') return null;
  const said = (responseMessage ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_MESSAGE);
  if (LIMIT.test(`${responseCode ?? ''} ${said}`)) return CALL_ERRORS.limitInWords();
  return CALL_ERRORS.refused(responseCode, said);
}
