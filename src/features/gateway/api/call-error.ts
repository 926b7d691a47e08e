import type { Trouble } from '../../../model/outcome';

/** What to do about a call that failed. */
export type Retry = 'again' | 'after-wait' | 'log-in' | 'never';

/** A call that failed, with what to tell and whether trying again can help. Never holds a credential. */
export class CallError extends Error {
  override readonly name = 'CallError';
  constructor(
    readonly trouble: Trouble,
    readonly retry: Retry,
    /** For `after-wait`: how long the Gateway said to wait, in milliseconds; `null` if it did not say. */
    readonly waitMilliseconds: number | null = null,
    /** The answer's status, where it decided. */
    readonly status: number | null = null,
  ) {
    super(trouble.what);
  }
}

const again = 'Try again; what was fetched so far is kept.';

/** Errors of calls that no status tells. In a browser they all look alike (`TypeError: Failed to fetch`). */
export const CALL_ERRORS = {
  unreachable: () =>
    callError(
      'gateway-no-answer',
      'No answer came through the CORS proxy.',
      'Check the proxy’s address with “Test the proxy”: it may be down, or it may not allow this page’s origin.',
      'again',
    ),
  cut: () => callError('gateway-cut', 'An answer broke off before its end.', again, 'again'),
  timeout: (seconds: number) =>
    callError(
      'gateway-timeout',
      `The Gateway did not finish an answer within ${seconds} seconds.`,
      again,
      'again',
    ),
  notJson: () =>
    callError(
      'gateway-not-json',
      'A page of assets is not JSON.',
      `The Gateway or the proxy answered something else. ${again}`,
      'again',
    ),
  html: () =>
    callError(
      'gateway-html',
      'The proxy answered with a web page instead of the Gateway’s answer.',
      'A sign-in page or a block page stands in between: open the proxy’s address in a tab of its own to see it.',
      'never',
    ),
  limitInWords: () => limitError('The Gateway allows no more calls for now.', null),
  refused: (code: string | null, said: string) =>
    callError(
      'gateway-refused',
      `The Gateway answered ${code === null ? 'without a result' : `“${code}”`}${said === '' ? '' : `: “${said}”`}.`,
      again,
      'again',
    ),
  otherStatus: (status: number) =>
    callError(
      'gateway-refused',
      `The Gateway answered with status ${status}, which is no answer to this call.`,
      again,
      'again',
      status,
    ),
  noList: () =>
    callError('gateway-no-list', 'The Gateway answered without a list of assets.', again, 'again'),
  standsStill: () =>
    callError(
      'gateway-stands-still',
      'The Gateway says that there are more assets, but gives none and does not move on.',
      again,
      'again',
    ),
  filter: (labels: readonly string[]) =>
    callError(
      'gateway-filter',
      `The Gateway does not take this filter (status 400): ${labels.join(', ')}.`,
      'Fetch without it, and use the search of the table instead.',
      'never',
      400,
    ),
  tooLarge: (megabytes: number) =>
    callError(
      'gateway-too-large',
      `An answer is larger than ${megabytes < 1 ? `${Math.round(megabytes * 1024)} kB` : `${megabytes} MB`} and was not read to its end.`,
      'Check the proxy: the Gateway sends no such answer. A smaller page size makes pages smaller.',
      'never',
    ),
  redirect: () =>
    callError(
      'gateway-redirect',
      'The proxy redirects the call to another address, which is not followed.',
      'Enter the address that the proxy redirects to, or let it pass the call on by itself.',
      'never',
    ),
  empty: () => callError('gateway-empty', 'The Gateway answered without a body.', again, 'again'),
};

/**
 * What an answer's status means.
 * @param step "log in" for `/auth`, else what was asked for: "count the assets", "fetch a page of assets"
 */
export function statusError(status: number, step: string, waitMilliseconds: number | null): CallError {
  if (status === 429 || status === 409) {
    return limitError(`The Gateway allows no more calls for now (status ${status}).`, waitMilliseconds);
  }
  if (status === 401 && step === 'log in') {
    return callError(
      'gateway-login',
      'The Gateway did not accept the user name and password (status 401).',
      'Check both, the platform, and that the account has API access and no MFA.',
      'never',
    );
  }
  if (status === 401)
    return callError(
      'gateway-session',
      'The Gateway no longer accepts the session (status 401).',
      'Log in again and continue.',
      'log-in',
    );
  if (status === 403) {
    return callError(
      'gateway-forbidden',
      `The account may not ${step} (status 403).`,
      'Ask for Asset Management read permission, or check that the proxy lets this path through.',
      'never',
    );
  }
  if (status === 404) {
    return callError(
      'gateway-not-found',
      'The Gateway’s address was not found (status 404).',
      'Check the platform and the proxy: it must forward /HOST/PATH as it stands.',
      'never',
    );
  }
  if (status === 400)
    return callError(
      'gateway-request',
      `The Gateway did not take the request to ${step} (status 400).`,
      'Check the filter: the Gateway may not know one of its fields.',
      'never',
      400,
    );
  if (status >= 500)
    return callError('gateway-broken', `The Gateway or the proxy failed (status ${status}).`, again, 'again');
  return callError(
    'gateway-status',
    `The Gateway refused to ${step} (status ${status}).`,
    'Check the filter and the platform.',
    'never',
  );
}

function limitError(what: string, waitMilliseconds: number | null): CallError {
  const remedy = 'Wait for the countdown, or pause and continue later.';
  return new CallError({ code: 'gateway-limit', what, remedy }, 'after-wait', waitMilliseconds);
}

function callError(
  code: string,
  what: string,
  remedy: string,
  retry: Retry,
  status: number | null = null,
): CallError {
  return new CallError({ code, what, remedy }, retry, null, status);
}
