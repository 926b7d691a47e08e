import type { EpochMilliseconds } from '../../../model/units';
import type { GatewayCredentials } from '../types';
import { type GatewayAnswer, type GatewayClient, looksLikeHtml } from './call';
import { CALL_ERRORS, statusError } from './call-error';
import { readLimitHeaders } from './limits';

/** A token lives four hours where it does not say otherwise. */
const TOKEN_LIFE = 4 * 3_600_000;
/** Log in again this long before the end, so that no page is lost to it. */
const EARLY = 5 * 60_000;
const AUTH_TIMEOUT = 60_000;
const LOGOUT_TIMEOUT = 10_000;
/** A token is a kilobyte or two. */
const MOST_AUTH_BYTES = 64 * 1024;

/** A session at the Gateway. The token lives in memory only, and only as long as the fetch runs. */
export interface GatewaySession {
  readonly token: string;
  readonly expiresAt: EpochMilliseconds;
}

/**
 * Logs in: `POST /auth` with the form `username`, `password`, `token=true`; the answer's body is the bare JWT.
 * @throws CallError with its own sentence for each way it can fail
 */
export async function logIn(
  client: GatewayClient,
  credentials: GatewayCredentials,
  now: () => EpochMilliseconds,
  signal: AbortSignal,
): Promise<GatewaySession> {
  const answer = await client.call(
    {
      path: '/auth',
      form: authForm(credentials, true),
      timeoutMilliseconds: AUTH_TIMEOUT,
      mostBytes: MOST_AUTH_BYTES,
    },
    signal,
  );
  if (answer.status !== 200 && answer.status !== 201) {
    throw statusError(answer.status, 'log in', readLimitHeaders(answer.headers, now()).waitMilliseconds);
  }
  const token = readToken(answer);
  return { token, expiresAt: tokenEnd(token) ?? now() + TOKEN_LIFE };
}

/** Logs out, as far as that can be done: a failure here changes nothing for the person. */
export async function logOut(client: GatewayClient, credentials: GatewayCredentials): Promise<boolean> {
  try {
    const request = {
      path: '/auth',
      form: authForm(credentials, false),
      timeoutMilliseconds: LOGOUT_TIMEOUT,
      mostBytes: MOST_AUTH_BYTES,
      outlivesPage: true,
    };
    const answer = await client.call(request, new AbortController().signal);
    return answer.status === 200 || answer.status === 201;
  } catch {
    return false;
  }
}

/** Whether the token ends so soon that a new one should be had before the next call. */
export function endsSoon(session: GatewaySession, now: EpochMilliseconds): boolean {
  return session.expiresAt - now < EARLY;
}

function authForm(credentials: GatewayCredentials, token: boolean): URLSearchParams {
  return new URLSearchParams({
    username: credentials.userName,
    password: credentials.password,
    token: String(token),
  });
}

function readToken(answer: GatewayAnswer): string {
  if (looksLikeHtml(answer)) throw CALL_ERRORS.html();
  const token = new TextDecoder().decode(answer.body).trim();
  if (token === '') throw CALL_ERRORS.empty();
  // A token goes into a header: anything but its alphabet is no token (and no way to smuggle a header in).
  if (!/^[\w.~+/=-]{8,16384}$/.test(token)) throw CALL_ERRORS.html();
  return token;
}

/** The `exp` claim of a JWT in milliseconds, or null if it is not readable. */
export function tokenEnd(token: string): EpochMilliseconds | null {
  const payload = token.split('.')[1];
  if (payload === undefined) return null;
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    const end = typeof claims === 'object' && claims !== null && 'exp' in claims ? claims.exp : null;
    return typeof end === 'number' && Number.isFinite(end) && end > 0 ? end * 1000 : null;
  } catch {
    return null;
  }
}
