import type { Trouble } from '../../../model/outcome';

/** What to do about a call that failed. */
export type Retry = 'again' | 'after-wait' | 'log-in' | 'never';

/** A call that failed, with what to tell and whether trying again can help. Never holds a credential. */
export class GatewayFault extends Error {
  override readonly name = 'GatewayFault';
  constructor(
    readonly trouble: Trouble,
    readonly retry: Retry,
    /** For `after-wait`: how long the Gateway said to wait, in milliseconds; `null` if it did not say. */
    readonly waitMilliseconds: number | null = null,
  ) {
    super(trouble.what);
  }
}

const again = 'Try again; what was fetched so far is kept.';

/** Faults that come before any answer. In a browser they all look alike (`TypeError: Failed to fetch`). */
export const FAULTS = {
  unreachable: () =>
    fault(
      'gateway-no-answer',
      'No answer came through the CORS proxy.',
      'Check the proxy’s address with “Test the proxy”: it may be down, or it may not allow this page’s origin.',
      'again',
    ),
  cut: () => fault('gateway-cut', 'An answer broke off before its end.', again, 'again'),
  timeout: (seconds: number) =>
    fault(
      'gateway-timeout',
      `The Gateway did not finish an answer within ${seconds} seconds.`,
      again,
      'again',
    ),
  notJson: () =>
    fault(
      'gateway-not-json',
      'A page of assets is not JSON.',
      `The Gateway or the proxy answered something else. ${again}`,
      'again',
    ),
  html: () =>
    fault(
      'gateway-html',
      'The proxy answered with a web page instead of the Gateway’s answer.',
      'A sign-in page or a block page stands in between: open the proxy’s address in a tab of its own to see it.',
      'never',
    ),
  limitInWords: () => limitFault('The Gateway allows no more calls for now.', null),
  refused: (code: string | null, said: string) =>
    fault(
      'gateway-refused',
      `The Gateway answered ${code === null ? 'without a result' : `“${code}”`}${said === '' ? '' : `: “${said}”`}.`,
      again,
      'again',
    ),
  noList: () => fault('gateway-no-list', 'The Gateway answered without a list of assets.', again, 'again'),
  standsStill: () =>
    fault(
      'gateway-stands-still',
      'The Gateway says that there are more assets, but gives none and does not move on.',
      again,
      'again',
    ),
  filter: (labels: readonly string[]) =>
    fault(
      'gateway-filter',
      `The Gateway does not take this filter (status 400): ${labels.join(', ')}.`,
      'Fetch without it, and use the search of the table instead.',
      'never',
    ),
  tooLarge: (megabytes: number) =>
    fault(
      'gateway-too-large',
      `An answer is larger than ${megabytes < 1 ? `${Math.round(megabytes * 1024)} kB` : `${megabytes} MB`} and was not read to its end.`,
      'Check the proxy: the Gateway sends no such answer. A smaller page size makes pages smaller.',
      'never',
    ),
  redirect: () =>
    fault(
      'gateway-redirect',
      'The proxy redirects the call to another address, which is not followed.',
      'Enter the address that the proxy redirects to, or let it pass the call on by itself.',
      'never',
    ),
  empty: () => fault('gateway-empty', 'The Gateway answered without a body.', again, 'again'),
};

/**
 * What an answer's status means.
 * @param step "log in" for `/auth`, else what was asked for: "count the assets", "fetch a page of assets"
 */
export function statusFault(status: number, step: string, waitMilliseconds: number | null): GatewayFault {
  if (status === 429 || status === 409) {
    return limitFault(`The Gateway allows no more calls for now (status ${status}).`, waitMilliseconds);
  }
  if (status === 401 && step === 'log in') {
    return fault(
      'gateway-login',
      'The Gateway did not accept the user name and password (status 401).',
      'Check both, the platform, and that the account has API access and no MFA.',
      'never',
    );
  }
  if (status === 401)
    return fault(
      'gateway-session',
      'The Gateway no longer accepts the session (status 401).',
      'Log in again and continue.',
      'log-in',
    );
  if (status === 403) {
    return fault(
      'gateway-forbidden',
      `The account may not ${step} (status 403).`,
      'Ask for Asset Management read permission, or check that the proxy lets this path through.',
      'never',
    );
  }
  if (status === 404) {
    return fault(
      'gateway-not-found',
      'The Gateway’s address was not found (status 404).',
      'Check the platform and the proxy: it must forward /HOST/PATH as it stands.',
      'never',
    );
  }
  if (status === 400)
    return fault(
      'gateway-request',
      `The Gateway did not take the request to ${step} (status 400).`,
      'Check the filter: the Gateway may not know one of its fields.',
      'never',
    );
  if (status >= 500)
    return fault('gateway-broken', `The Gateway or the proxy failed (status ${status}).`, again, 'again');
  return fault(
    'gateway-status',
    `The Gateway refused to ${step} (status ${status}).`,
    'Check the filter and the platform.',
    'never',
  );
}

function limitFault(what: string, waitMilliseconds: number | null): GatewayFault {
  const remedy = 'Wait for the countdown, or pause and continue later.';
  return new GatewayFault({ code: 'gateway-limit', what, remedy }, 'after-wait', waitMilliseconds);
}

function fault(code: string, what: string, remedy: string, retry: Retry): GatewayFault {
  return new GatewayFault({ code, what, remedy }, retry);
}
