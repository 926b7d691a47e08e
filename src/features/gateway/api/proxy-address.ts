import { TroubleError } from '../../../model/outcome';

/**
 * The address a call goes to. A call to `https://HOST/PATH?QUERY` goes to `PROXY/HOST/PATH?QUERY`; where the
 * proxy's address contains `{url}`, the encoded whole address takes its place (contract: "Gateway").
 */
export function throughProxy(proxy: string, host: string, pathAndQuery: string): string {
  if (proxy.includes('{url}')) {
    return proxy.replaceAll('{url}', () => encodeURIComponent(`https://${host}${pathAndQuery}`));
  }
  return `${proxy.replace(/\/+$/, '')}/${host}${pathAndQuery}`;
}

/**
 * Checks a proxy's address as the person typed it and returns it.
 * Credentials go through it, so plain `http:` is taken on loopback only.
 * @throws TroubleError naming what is wrong with the address
 */
export function checkProxy(proxy: string): string {
  const address = proxy.trim();
  let url: URL;
  try {
    url = new URL(address.replaceAll('{url}', 'x'));
  } catch {
    throw refused(
      'proxy-invalid',
      'The CORS proxy is not a web address.',
      'Enter it whole, such as https://proxy.example.com/qualys.',
    );
  }
  if (url.username || url.password) {
    throw refused(
      'proxy-credentials',
      'The CORS proxy’s address contains a user name or password.',
      'Leave them out: addresses are written into logs.',
    );
  }
  if (url.hash)
    throw refused(
      'proxy-invalid',
      'The CORS proxy’s address contains a “#”.',
      'Leave out the “#” and what follows it.',
    );
  if (url.protocol === 'https:') return address;
  if (url.protocol === 'http:' && isLoopback(url.hostname)) return address;
  throw refused(
    'proxy-insecure',
    'Credentials are not sent through an unencrypted proxy.',
    'Use an https: address, or a proxy on this machine (http://localhost or http://127.0.0.1).',
  );
}

/** Whether a host name stands for this machine. */
export function isLoopback(hostname: string): boolean {
  const name = hostname.toLowerCase();
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(name)
  );
}

function refused(code: string, what: string, remedy: string): TroubleError {
  return new TroubleError({ code, what, remedy });
}
