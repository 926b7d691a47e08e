import { createHash } from 'node:crypto';
import type { PageVariant } from './page-variant.ts';

/** The inline blocks of one page, as text between their tags. */
export interface InlineBlocks {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** A CSP source that allows exactly this text: `'sha256-…'`. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}

/**
 * The policy of one page: nothing is allowed but its own inline blocks, images it makes itself, and a worker
 * from a blob, which is bound by this same policy (a worker with an address would not be).
 *
 * Where the browser has Trusted Types, no text becomes markup or the address of a script: only Solid's templates
 * (`trusted-templates.ts`), the threads (`thread-address.ts`) and the service worker pass, each by a policy of its own.
 *
 * `frame-ancestors` has no effect in a meta element; docs/hosting.md says which header to send.
 * `http://[::1]:*` is not in the policy: browsers take an IPv6 address for an invalid source and warn.
 */
export function contentSecurityPolicy(variant: PageVariant, blocks: InlineBlocks): string {
  const connect = variant.connects ? "'self' https: http://localhost:* http://127.0.0.1:*" : "'none'";
  const directives = [
    `default-src 'none'`,
    `script-src ${blocks.scripts.map(hashSource).join(' ')}`,
    `style-src ${blocks.styles.map(hashSource).join(' ')}`,
    `img-src ${variant.hosted ? `'self' ` : ''}data: blob:`,
    `worker-src ${variant.offline ? `'self' ` : ''}blob:`,
    `connect-src ${connect}`,
    ...(variant.hosted ? [`manifest-src 'self'`] : []),
    `require-trusted-types-for 'script'`,
    `trusted-types solid-templates doublet-threads${variant.offline ? ' doublet-offline' : ''}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ];
  return directives.join('; ');
}
