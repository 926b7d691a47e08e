import { createSignal } from 'solid-js';
import type { GatewayPlatform, GatewayQuery } from '../types';

/** The largest page the Gateway gives. */
const LARGEST_PAGE = 300;

type FilterField = 'updatedSince' | 'tag' | 'nameContains' | 'operatingSystem' | 'trackingMethod' | 'source';
type TextField = 'platform' | 'ownHost' | 'proxy' | FilterField;
const FILTER_FIELDS: readonly FilterField[] = [
  'updatedSince',
  'tag',
  'nameContains',
  'operatingSystem',
  'trackingMethod',
  'source',
];

/** What the person chose to ask for; user name and password are not part of it. */
export interface QueryForm {
  /** Code of a platform, or "own". */
  readonly platform: () => string;
  readonly ownHost: () => string;
  readonly proxy: () => string;
  /** As the date field gives it, local: "2026-05-25"; "" for all. */
  readonly updatedSince: () => string;
  readonly tag: () => string;
  readonly nameContains: () => string;
  readonly operatingSystem: () => string;
  readonly trackingMethod: () => string;
  readonly source: () => string;
  readonly pageSize: () => number;
  /** The host that is asked in the end. */
  readonly host: () => string;
  readonly query: () => GatewayQuery;
  set(field: TextField, value: string): void;
  /** Asks for all assets again. */
  clearFilter(): void;
  setPageSize(size: number): void;
}

/** See `QueryForm`; `onChange` is called with every change, which makes earlier answers out of date. */
export function createQueryForm(platforms: readonly GatewayPlatform[], onChange: () => void): QueryForm {
  const signals = {
    platform: createSignal(platforms[0]?.code ?? 'own'),
    ownHost: createSignal(''),
    proxy: createSignal(ownProxy()),
    updatedSince: createSignal(''),
    tag: createSignal(''),
    nameContains: createSignal(''),
    operatingSystem: createSignal(''),
    trackingMethod: createSignal(''),
    source: createSignal(''),
  };
  const [pageSize, setPageSize] = createSignal(LARGEST_PAGE);
  const platform = (): GatewayPlatform =>
    platforms.find(({ code }) => code === signals.platform[0]()) ?? {
      code: 'own',
      region: 'Own host',
      host: signals.ownHost[0](),
    };
  const since = () => Date.parse(`${signals.updatedSince[0]()}T00:00`);
  return {
    platform: signals.platform[0],
    ownHost: signals.ownHost[0],
    proxy: signals.proxy[0],
    updatedSince: signals.updatedSince[0],
    tag: signals.tag[0],
    nameContains: signals.nameContains[0],
    operatingSystem: signals.operatingSystem[0],
    trackingMethod: signals.trackingMethod[0],
    source: signals.source[0],
    pageSize,
    host: () => platform().host,
    query: () => ({
      platform: platform(),
      proxy: signals.proxy[0](),
      filter: {
        updatedSince: Number.isFinite(since()) ? since() : null,
        tag: signals.tag[0](),
        nameContains: signals.nameContains[0](),
        operatingSystem: signals.operatingSystem[0](),
        trackingMethod: signals.trackingMethod[0](),
        source: signals.source[0](),
      },
      pageSize: pageSize(),
    }),
    set: (field, value) => {
      signals[field][1](value);
      onChange();
    },
    clearFilter: () => {
      for (const field of FILTER_FIELDS) signals[field][1]('');
      onChange();
    },
    setPageSize: (size) => {
      setPageSize(Math.min(LARGEST_PAGE, Math.max(1, Math.round(size) || LARGEST_PAGE)));
      onChange();
    },
  };
}

/** `npm start` and `npm run dev` have a proxy on their own origin; others may have one there too. */
function ownProxy(): string {
  return /^https?:$/.test(location.protocol) ? `${location.origin}/gateway-proxy` : '';
}
