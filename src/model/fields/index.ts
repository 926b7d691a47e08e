import { ACTIVITY } from './activity';
import type { ColumnKind, FieldSection } from './definition';
import { IDENTITY } from './identity';
import { MACHINE } from './machine';
import { NETWORK } from './network';
import { OTHER } from './other';

const BY_SECTION = {
  identity: IDENTITY,
  network: NETWORK,
  activity: ACTIVITY,
  machine: MACHINE,
  other: OTHER,
} as const satisfies Record<FieldSection, object>;

type Defined = typeof IDENTITY & typeof NETWORK & typeof ACTIVITY & typeof MACHINE & typeof OTHER;

/** The name of a field in mappings, comparisons and stored datasets. */
export type FieldId = keyof Defined;

type Fields = { readonly [F in FieldId]: Defined[F] & { readonly section: FieldSection } };

/**
 * Every field that a dataset keeps, in the order in which people read them. All else in an export (software,
 * ports, volumes) is skipped without being decoded. A new field is one entry in its section, and one path in each
 * format that has it.
 */
export const FIELDS = Object.fromEntries(
  Object.entries(BY_SECTION).flatMap(([section, fields]) =>
    Object.entries(fields).map(([field, definition]) => [field, { ...definition, section }]),
  ),
) as unknown as Fields;

export const FIELD_IDS = Object.keys(FIELDS) as readonly FieldId[];

/** Fields whose values are kept as `K`. */
export type FieldsOfKind<K extends ColumnKind> = {
  [F in FieldId]: Defined[F]['kind'] extends K ? F : never;
}[FieldId];
