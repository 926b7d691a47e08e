import type { GatewayPlatform } from '../types';

/** The thirteen public platforms, from the original script's list of Gateway addresses. */
export const PLATFORMS: readonly GatewayPlatform[] = [
  { code: 'US1', region: 'United States', host: 'gateway.qg1.apps.qualys.com' },
  { code: 'US2', region: 'United States', host: 'gateway.qg2.apps.qualys.com' },
  { code: 'US3', region: 'United States', host: 'gateway.qg3.apps.qualys.com' },
  { code: 'US4', region: 'United States', host: 'gateway.qg4.apps.qualys.com' },
  { code: 'UK', region: 'United Kingdom', host: 'gateway.qg1.apps.qualys.co.uk' },
  { code: 'EU1', region: 'Europe', host: 'gateway.qg1.apps.qualys.eu' },
  { code: 'EU2', region: 'Europe', host: 'gateway.qg2.apps.qualys.eu' },
  { code: 'EU3', region: 'Europe (Italy)', host: 'gateway.qg3.apps.qualys.it' },
  { code: 'IN', region: 'India', host: 'gateway.qg1.apps.qualys.in' },
  { code: 'CA', region: 'Canada', host: 'gateway.qg1.apps.qualys.ca' },
  { code: 'AE', region: 'United Arab Emirates', host: 'gateway.qg1.apps.qualys.ae' },
  { code: 'AU', region: 'Australia', host: 'gateway.qg1.apps.qualys.com.au' },
  { code: 'KSA', region: 'Kingdom of Saudi Arabia', host: 'gateway.qg1.apps.qualysksa.com' },
];

/**
 * A host of one's own as a platform (a private cloud platform, say).
 * Returns null unless it is a bare host name, with a port at most.
 */
export function ownPlatform(host: string): GatewayPlatform | null {
  const bare = host.trim().toLowerCase();
  return /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/.test(bare)
    ? { code: 'own', region: 'Own host', host: bare }
    : null;
}
