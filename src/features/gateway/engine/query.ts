import { TroubleError } from '../../../model/outcome';
import { ownPlatform, PLATFORMS } from '../api/platforms';
import { checkProxy } from '../api/proxy-address';
import type { GatewayCredentials, GatewayPlatform, GatewayQuery } from '../types';

/** Checks what the person entered before anything is sent. @throws TroubleError naming the field */
export function checkQuery(query: GatewayQuery): GatewayQuery {
  return { ...query, platform: checkPlatform(query.platform), proxy: checkProxy(query.proxy) };
}

/** @throws TroubleError where a name or a password is missing */
export function checkCredentials(credentials: GatewayCredentials): GatewayCredentials {
  if (credentials.userName.trim() !== '' && credentials.password !== '') return credentials;
  throw new TroubleError({
    code: 'gateway-no-credentials',
    what: 'The user name or the password is empty.',
    remedy: 'Enter both. Nothing was sent.',
  });
}

function checkPlatform({ code, host }: GatewayPlatform): GatewayPlatform {
  const known = PLATFORMS.find((platform) => platform.code === code) ?? ownPlatform(host);
  if (known !== null) return known;
  throw new TroubleError({
    code: 'gateway-host',
    what: 'The Gateway’s host is not a host name.',
    remedy: 'Enter it without https:// and without a path, such as gateway.qualys.example.com.',
  });
}
