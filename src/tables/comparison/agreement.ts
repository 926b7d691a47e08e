import { canonicalDnsName, canonicalName } from '../../identifiers/hostname';
import { canonicalIp } from '../../identifiers/ip-address';
import type { Agreement, FieldValue } from '../../model/comparison';
import { FIELDS, type FieldId } from '../../model/field';
import type { FieldDefinition } from '../../model/fields/definition';

/**
 * How a field stands among assets, each `undefined` or `null` where it has none. Lists are compared as sets, texts
 * without regard to case and blanks around them, addresses and DNS names by their canonical form. `null` if no
 * asset has the field.
 *
 * - `incomplete`: at least one asset lacks it.
 * - `same`: all have the same set.
 * - `partly`: at least two assets have some value in common.
 * - `different`: no two do.
 */
export function agreementOf(
  field: FieldId,
  values: readonly (FieldValue | null | undefined)[],
): Agreement | null {
  const present = values.filter((value) => value !== null && value !== undefined);
  if (present.length === 0) return null;
  if (present.length < values.length) return 'incomplete';
  const holders = new Map<string, number>();
  for (const value of present) {
    for (const key of new Set(value.values.map((text) => comparable(field, text)))) {
      holders.set(key, (holders.get(key) ?? 0) + 1);
    }
  }
  const counts = [...holders.values()];
  if (counts.every((count) => count === present.length)) return 'same';
  return counts.some((count) => count > 1) ? 'partly' : 'different';
}

/** The form in which two values of the field are compared. */
export function comparable(field: FieldId, text: string): string {
  const definition: FieldDefinition = FIELDS[field];
  if (definition.form === 'address') return canonicalIp(text) ?? canonicalName(text);
  return definition.form === 'dnsName' ? canonicalDnsName(text) : canonicalName(text);
}
