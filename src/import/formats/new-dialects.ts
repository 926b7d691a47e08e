import type { FieldId } from '../../model/field';
import { Dialects } from '../json/dialects';
import { fieldsOfWords, isInDayFirstLanguage } from '../tables/header-words';
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
  if (best === undefined) return fieldOfWords(name);
  const isOwn = /^[\p{L}\p{N}]+$/u.test(name);
  return !best.weak || (isOwn && WEAK.has(best.field)) ? best : null;
}

/** Identifiers that a key may hold by the words in it: `wiFiMacAddress`; an ID may be that of something else. */
const BY_WORDS: ReadonlySet<FieldId> = new Set<FieldId>(['macAddresses', 'address', 'netbiosName']);

/** As for the columns of tables; surely in languages in which no other key is written: `IP-Adresse`, `Rechnername`. */
function fieldOfWords(name: string): { readonly field: FieldId; readonly weak: boolean } | null {
  const [field] = fieldsOfWords(name);
  if (field === undefined) return null;
  if (isInDayFirstLanguage([name])) return { field, weak: false };
  return BY_WORDS.has(field) ? { field, weak: true } : null;
}
