import type { Outcome, Trouble } from '../../model/outcome';
import type { OnProgress, OpenResult } from '../../worker/api';
import type {
  FetchState,
  GatewayCredentials,
  GatewayEstimate,
  GatewayEvent,
  GatewayPlatform,
  GatewayQuery,
  ProxyTest,
} from './types';

/** Hears what a fetch does; a plain function for the page, which `client` wraps. */
export type OnGatewayEvent = (event: GatewayEvent) => void;

/** What a fetch came to. */
export interface FetchAnswer {
  readonly result: OpenResult;
  /** Why assets are missing; `null` if it is complete. */
  readonly trouble: Trouble | null;
}

/**
 * What the page can ask of the Gateway. Credentials come with each call and are forgotten at its end; nothing
 * is sent anywhere before one of these is called. Only the Gateway page's policy lets these connect.
 */
export interface GatewayCalls {
  gatewayPlatforms(): Promise<Outcome<readonly GatewayPlatform[]>>;
  /** Finds out what stands at the proxy's address; sends no credentials. */
  testProxy(
    query: GatewayQuery,
    onProgress: OnProgress,
    onEvent: OnGatewayEvent,
  ): Promise<Outcome<ProxyTest>>;
  /** Logs in, counts what the filter takes, logs out. */
  countAssets(
    query: GatewayQuery,
    credentials: GatewayCredentials,
    onProgress: OnProgress,
    onEvent: OnGatewayEvent,
  ): Promise<Outcome<GatewayEstimate>>;
  /**
   * Fetches all assets that the filter takes and opens them. A fetch that ends early opens what it got, marked
   * as unfinished; one that is cancelled opens nothing. Either stays in `unfinishedFetches` for a day.
   * @param expected assets, where they were counted before
   */
  fetchAssets(
    query: GatewayQuery,
    expected: number | null,
    credentials: GatewayCredentials,
    onProgress: OnProgress,
    onEvent: OnGatewayEvent,
  ): Promise<Outcome<FetchAnswer>>;
  /** No further call is made until `resumeFetch`; the one under way ends. */
  pauseFetch(): Promise<Outcome<void>>;
  resumeFetch(): Promise<Outcome<void>>;
  /** Fetches that broke off less than a day ago, newest first. */
  unfinishedFetches(): Promise<Outcome<readonly FetchState[]>>;
  /** Goes on behind the last page kept. Without credentials opens what there is, without any call. */
  continueFetch(
    id: string,
    credentials: GatewayCredentials | null,
    onProgress: OnProgress,
    onEvent: OnGatewayEvent,
  ): Promise<Outcome<FetchAnswer>>;
  discardFetch(id: string): Promise<Outcome<void>>;
}
