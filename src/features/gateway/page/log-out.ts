import type { GatewayCredentials } from '../types';

/**
 * Ends a session at the Gateway while the page is being closed: the worker may be gone before its own call is
 * out. A form needs no CORS preflight, and `keepalive` lets the call outlive the page. No one reads the answer.
 */
export function logOutOnLeaving(address: string, { userName, password }: GatewayCredentials): void {
  fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ username: userName, password, token: 'false' }),
    keepalive: true,
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  }).catch(() => undefined);
}
