import type { Trouble } from '../../model/outcome';
import type { EpochMilliseconds } from '../../model/units';

/** One of the platforms that Qualys runs, or a host of one's own. */
export interface GatewayPlatform {
  /** "US1"; for a host of one's own "own". */
  readonly code: string;
  readonly region: string;
  readonly host: string;
}

/** Which assets to ask for; empty texts and `null` ask for all. */
export interface GatewayFilter {
  /** Assets updated since then. */
  readonly updatedSince: EpochMilliseconds | null;
  /** Exact name of a tag. */
  readonly tag: string;
  /** Text that the asset's name contains. */
  readonly nameContains: string;
  /** Text that the name of the operating system contains. */
  readonly operatingSystem?: string;
  /** Exact tracking method: IP, DNSNAME, NETBIOS, QAGENT. */
  readonly trackingMethod?: string;
  /** Exact name of a source of the inventory. */
  readonly source?: string;
}

/** Where to ask and what for; holds no secret. */
export interface GatewayQuery {
  readonly platform: GatewayPlatform;
  /** The CORS proxy, absolute. With `{url}` in it, the encoded whole address takes that place. */
  readonly proxy: string;
  readonly filter: GatewayFilter;
  /** Assets a page, 1 to 300; some accounts get fewer whatever is asked for. */
  readonly pageSize: number;
}

/** In memory only, for as long as a fetch runs. */
export interface GatewayCredentials {
  readonly userName: string;
  readonly password: string;
}

/** One call as the page lists it. Never holds a body, a header or a credential. */
export interface GatewayCall {
  readonly number: number;
  readonly at: EpochMilliseconds;
  /** "POST /rest/2.0/search/am/asset". */
  readonly what: string;
  /** `null` while it runs; 0 when no answer came. */
  readonly status: number | null;
  readonly milliseconds: number;
  readonly bytes: number;
}

/** What a fetch tells while it runs. */
export type GatewayEvent =
  | { readonly kind: 'phase'; readonly phase: string }
  | { readonly kind: 'call'; readonly call: GatewayCall }
  /** Waiting until then, and why: "The Gateway allows 300 calls an hour". */
  | { readonly kind: 'wait'; readonly until: EpochMilliseconds; readonly why: string }
  | {
      readonly kind: 'progress';
      readonly pages: number;
      readonly assets: number;
      readonly expected: number | null;
    }
  /** A session began, and where to `POST` its end to; `null` once it has ended. */
  | { readonly kind: 'session'; readonly address: string | null }
  /** The Gateway said something odd that did not stop the fetch. */
  | { readonly kind: 'notice'; readonly text: string };

/** What "Count assets" answers. */
export interface GatewayEstimate {
  readonly assets: number;
  readonly calls: number;
  /** The least time it takes under the limit, in milliseconds; 0 if it fits into one window. */
  readonly milliseconds: number;
  readonly callsPerWindow: number;
  readonly windowMilliseconds: number;
  /** Whether the limit was read from the answer's headers or is the common default. */
  readonly limitKnown: boolean;
}

/** How far "Test the proxy" got, worst first; a browser tells some of these apart only by guessing. */
export type ProxyVerdict =
  | 'ready'
  | 'no-exposed-headers'
  | 'gateway-unreachable'
  | 'not-a-proxy'
  | 'unreadable'
  | 'refused';

/** What "Test the proxy" found, in words. */
export interface ProxyTest {
  readonly verdict: ProxyVerdict;
  readonly what: string;
  readonly remedy: string;
}

/** Where a fetch stands, so that it can go on after a closed tab. Holds no secret. */
export interface FetchState {
  readonly id: string;
  readonly query: GatewayQuery;
  readonly startedAt: EpochMilliseconds;
  readonly savedAt: EpochMilliseconds;
  /** Pages kept so far. */
  readonly pages: number;
  readonly assets: number;
  readonly expected: number | null;
  /** The `lastSeenAssetId` to go on from, exact; `null` before the first page. */
  readonly cursor: string | null;
  readonly complete: boolean;
  /** Whether the assets are counted before the first page, so that the time is said and the end can be proved. */
  readonly countFirst?: boolean;
  /** Pages are asked for with all fields, since with those that are kept the Gateway answered none of the names. */
  readonly allFields?: true;
}

/** How a fetch ended. What was fetched is kept in every case. */
export interface FetchEnding {
  readonly state: FetchState;
  /** Why it is not complete; `null` if it is. */
  readonly trouble: Trouble | null;
  readonly cancelled: boolean;
}
