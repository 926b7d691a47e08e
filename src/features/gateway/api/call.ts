import { CancelledError } from '../../../model/outcome';
import type { EpochMilliseconds } from '../../../model/units';
import type { GatewayEvent } from '../types';
import { CALL_ERRORS, CallError } from './call-error';
import { throughProxy } from './proxy-address';

/** What the Gateway's code needs from the world around it; tests give their own. */
export interface GatewayPorts {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => EpochMilliseconds;
  /** Resolves after that many milliseconds; rejects with `CancelledError` when the signal aborts. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number;
  readonly onEvent: (event: GatewayEvent) => void;
}

/** A page of 300 assets with all their fields is some 10 MB. */
const MOST_PAGE_BYTES = 64 << 20;

/** Where calls go. */
export interface GatewayRoute {
  readonly proxy: string;
  readonly host: string;
}

/** One request to the Gateway. */
export interface GatewayRequest {
  readonly path: string;
  readonly query?: URLSearchParams;
  readonly form?: URLSearchParams;
  readonly json?: string;
  readonly token?: string;
  /** How long headers and body together may take. */
  readonly timeoutMilliseconds: number;
  /** The longest answer, unpacked, that is read; a page's limit where absent. */
  readonly mostBytes?: number;
  /** Lets the call outlive the page, for logging out. */
  readonly outlivesPage?: boolean;
}

/** One answer, whole. */
export interface GatewayAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** Makes calls one by one and numbers them for the page's list. */
export class GatewayClient {
  #number = 0;
  constructor(
    private readonly route: GatewayRoute,
    private readonly ports: GatewayPorts,
  ) {}

  /**
   * One call. Never follows a redirect, never uses the browser's cache or cookies: a GET body would land on
   * disk, a redirect would carry the token elsewhere.
   * @throws CallError when no whole answer came, CancelledError when `signal` aborted
   */
  async call(request: GatewayRequest, signal: AbortSignal): Promise<GatewayAnswer> {
    const started = this.ports.now();
    const number = ++this.#number;
    const tell = (status: number | null, bytes: number) =>
      this.ports.onEvent({
        kind: 'call',
        call: {
          number,
          at: started,
          what: `POST ${request.path}`,
          status,
          milliseconds: this.ports.now() - started,
          bytes,
        },
      });
    tell(null, 0);
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort('timeout'), request.timeoutMilliseconds);
    const stop = () => limit.abort('cancelled');
    signal.addEventListener('abort', stop, { once: true });
    let status = 0;
    let bytes = 0;
    try {
      if (signal.aborted) throw new CancelledError();
      const response = await this.ports.fetch(this.address(request), requestInit(request, limit.signal));
      status = response.status;
      if (response.type === 'opaqueredirect' || isRedirect(status)) throw CALL_ERRORS.redirect();
      const body = await readBounded(response, request.mostBytes ?? MOST_PAGE_BYTES, limit);
      bytes = body.length;
      return { status, headers: response.headers, body };
    } catch (error) {
      if (signal.aborted) throw new CancelledError();
      if (error instanceof CallError) throw error;
      if (limit.signal.aborted) throw CALL_ERRORS.timeout(Math.round(request.timeoutMilliseconds / 1000));
      throw status ? CALL_ERRORS.cut() : CALL_ERRORS.unreachable();
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      tell(status, bytes);
    }
  }

  /** Where a request goes: through the proxy. */
  address(request: Pick<GatewayRequest, 'path' | 'query'>): string {
    const query = request.query?.toString();
    return throughProxy(this.route.proxy, this.route.host, query ? `${request.path}?${query}` : request.path);
  }
}

function requestInit(request: GatewayRequest, signal: AbortSignal): RequestInit {
  const headers = new Headers({ Accept: request.form ? 'text/plain' : 'application/json' });
  if (request.token) headers.set('Authorization', `Bearer ${request.token}`);
  headers.set('Content-Type', request.form ? 'application/x-www-form-urlencoded' : 'application/json');
  return {
    method: 'POST',
    headers,
    body: request.form ? request.form.toString() : (request.json ?? '{}'),
    signal,
    cache: 'no-store',
    credentials: 'omit',
    // A redirect is told as what it is and never followed: it would carry the token elsewhere.
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    keepalive: request.outlivesPage ?? false,
  };
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400 && status !== 304;
}

/**
 * Reads a body as a stream, counting what comes out of its compression: a proxy could send without end, or
 * gigabytes of zeros in a few kilobytes.
 * @throws CallError once it is longer than `most` bytes
 */
async function readBounded(response: Response, most: number, limit: AbortController): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      limit.abort('too large');
      throw CALL_ERRORS.tooLarge(most / 2 ** 20);
    }
    chunks.push(value);
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}

/** Whether a body is a web page: what sign-in and block pages of proxies look like. */
export function looksLikeHtml(answer: GatewayAnswer): boolean {
  const head = new TextDecoder().decode(answer.body.subarray(0, 256)).trimStart().toLowerCase();
  return (
    head.startsWith('<!doctype html') ||
    head.startsWith('<html') ||
    head.startsWith('<head') ||
    head.startsWith('<body')
  );
}
