import type { FieldId } from '../../model/field';
import { Dialects } from '../json/dialects';
import { fitsOf } from '../tables/headers';
import { DIALECTS } from './dialects';

/** The dialects compiled for one import: what they saw of a file stays in them. */
export function newDialects(): Dialects {
  return new Dialects(DIALECTS, fieldOfName);
}

/** Names that fit other things as well are taken for these, beside a key that tells; an ID may be any row's. */
const WEAK: ReadonlySet<FieldId> = new Set<FieldId>(['assetName', 'dnsName', 'address', 'operatingSystem']);

/** The field that a column or key of that name holds: surely, or if there is no better one (`weak`). */
function fieldOfName(name: string): { readonly field: FieldId; readonly weak: boolean } | null {
  const [best] = fitsOf(name);
  if (best === undefined) return null;
  const isOwn = /^[\p{L}\p{N}]+$/u.test(name);
  return !best.weak || (isOwn && WEAK.has(best.field)) ? best : null;
}
