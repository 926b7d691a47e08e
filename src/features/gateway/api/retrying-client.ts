import { CancelledError } from '../../../model/outcome';
import type { GatewayCredentials } from '../types';
import {
  type GatewayAnswer,
  GatewayClient,
  type GatewayPorts,
  type GatewayRequest,
  type GatewayRoute,
  looksLikeHtml,
} from './call';
import { CALL_ERRORS, CallError, statusError } from './call-error';
import { backoff, COMMON_LIMIT, isLimited, type LimitHeaders, readLimitHeaders } from './limits';
import type { PauseAndAbort } from './pause-and-abort';
import { endsSoon, type GatewaySession, logIn, logOut } from './session';

/** Tries of one call before giving up, limits not counted. */
const TRIES = 5;
/** Tries in a row that only met the limit; at five minutes each this is well over the usual hour's window. */
const LIMIT_TRIES = 40;
const PAGE_TIMEOUT = 120_000;

/**
 * Calls the Gateway until it answers: waits out limits, backs off after errors, logs in again once when the
 * session ends. Every wait can be paused and cancelled.
 */
export class RetryingClient {
  readonly #client: GatewayClient;
  #session: GatewaySession | null = null;
  #waitUntil = 0;
  /** The last limit that an answer told of, for estimates. */
  limit: LimitHeaders | null = null;

  constructor(
    route: GatewayRoute,
    private readonly credentials: GatewayCredentials,
    private readonly ports: GatewayPorts,
    private readonly pausing: PauseAndAbort,
  ) {
    this.#client = new GatewayClient(route, ports);
  }

  /**
   * One answer with status 200 or 204.
   * @param step in words, for what is told when it fails: "fetch a page of assets"
   * @param accept throws a CallError for an answer that is none (not JSON, say)
   */
  async ask(
    request: Omit<GatewayRequest, 'token' | 'timeoutMilliseconds'>,
    step: string,
    accept: (answer: GatewayAnswer) => void,
  ): Promise<GatewayAnswer> {
    let tries = 0;
    let limited = 0;
    let renewed = false;
    for (;;) {
      await this.pausing.gate();
      await this.#waitForLimit();
      try {
        const session = await this.#logInIfNeeded();
        const answer = await this.#client.call(
          { ...request, token: session.token, timeoutMilliseconds: PAGE_TIMEOUT },
          this.pausing.signal,
        );
        this.#noteLimit(answer);
        this.#check(answer, step);
        accept(answer);
        return answer;
      } catch (error) {
        if (!(error instanceof CallError) || error.retry === 'never') throw error;
        if (error.retry === 'log-in') {
          if (renewed) throw error;
          renewed = true;
          this.#session = null;
        } else if (error.retry === 'after-wait') {
          if (++limited >= LIMIT_TRIES) throw error;
          await this.#wait(
            error.waitMilliseconds ?? backoff(limited, this.ports.random()),
            error.trouble.what,
          );
        } else {
          if (++tries >= TRIES) throw error;
          await this.#wait(
            backoff(tries, this.ports.random()),
            `${error.trouble.what} Trying again (${tries + 1} of ${TRIES}).`,
          );
        }
      }
    }
  }

  /** Logs out if a session was had; to be called in every ending. */
  async end(): Promise<void> {
    if (this.#session === null) return;
    this.#session = null;
    this.ports.onEvent({ kind: 'session', address: null });
    const done = await logOut(this.#client, this.credentials);
    if (!done)
      this.ports.onEvent({
        kind: 'notice',
        text: 'The Gateway did not confirm the log-out. The session ends by itself within four hours.',
      });
  }

  async #logInIfNeeded(): Promise<GatewaySession> {
    if (this.#session && !endsSoon(this.#session, this.ports.now())) return this.#session;
    this.ports.onEvent({
      kind: 'phase',
      phase: this.#session ? 'Logging in again before the session ends' : 'Logging in',
    });
    this.#session = await logIn(this.#client, this.credentials, this.ports.now, this.pausing.signal);
    this.ports.onEvent({ kind: 'session', address: this.#client.address({ path: '/auth' }) });
    return this.#session;
  }

  #check(answer: GatewayAnswer, step: string): void {
    if (answer.status === 204) return;
    // Seen with `{}` as its body: not what counting or searching answers.
    if (answer.status === 201) throw CALL_ERRORS.otherStatus(201);
    if (answer.status !== 200) {
      throw statusError(
        answer.status,
        step,
        readLimitHeaders(answer.headers, this.ports.now()).waitMilliseconds,
      );
    }
    if (answer.body.length === 0) throw CALL_ERRORS.empty();
    if (looksLikeHtml(answer)) throw CALL_ERRORS.html();
  }

  /** Notes what an answer says about the limit, so that the next call does not run into it. */
  #noteLimit(answer: GatewayAnswer): void {
    const limit = readLimitHeaders(answer.headers, this.ports.now());
    if (limit.limit !== null || limit.remaining !== null) this.limit = limit;
    if (limit.remaining === 0 && !isLimited(answer.status)) {
      this.#waitUntil =
        this.ports.now() +
        (limit.waitMilliseconds ?? limit.windowMilliseconds ?? COMMON_LIMIT.windowMilliseconds);
    }
  }

  async #waitForLimit(): Promise<void> {
    const left = this.#waitUntil - this.ports.now();
    if (left > 0) await this.#wait(left, 'The Gateway’s limit of calls is used up.');
    this.#waitUntil = 0;
  }

  async #wait(milliseconds: number, why: string): Promise<void> {
    this.ports.onEvent({ kind: 'wait', until: this.ports.now() + milliseconds, why });
    await this.ports.sleep(milliseconds, this.pausing.signal);
    if (this.pausing.signal.aborted) throw new CancelledError();
    await this.pausing.gate();
  }
}
