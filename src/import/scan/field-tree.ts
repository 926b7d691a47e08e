import type { FieldId } from '../../model/field';

/**
 * Where the fields of a record stand: keys lead to fields. Written by each format as a value; the record reader
 * follows it. Everywhere a list may stand for its one element and an element for its list, and null for either.
 */
export type FieldTree = { readonly [key: string]: Branch };

/** What a key leads to. */
export interface Branch {
  /** The field that a text, number or `true`/`false` under this key fills. */
  readonly field?: FieldId;
  /** Where several keys fill one field, the lowest rank with a value wins. 0 where absent. */
  readonly rank?: number;
  /** What an object under this key holds. */
  readonly keys?: FieldTree;
  /**
   * How an object under this key is read as a whole: `source`: an entry of the inventory; `pair`: key and value
   * of a custom attribute, or a map of them; `best`: one text, from the key of the lowest rank that has one.
   */
  readonly whole?: 'source' | 'pair' | 'best';
  /** The part that a text under this key is of the `whole` it lies in. */
  readonly part?: 'name' | 'created' | 'lastUpdated' | 'key' | 'value' | 'best';
  /** Fields that the file is taken to have once this key was seen, whatever its value. */
  readonly sees?: readonly FieldId[];
  /** Whether the key marks an object as an asset. */
  readonly marks?: boolean;
  /** Whether the key marks an object as a response: without assets it is the end of paging, not a bad record. */
  readonly response?: boolean;
  /** Not part of an asset: what lies under this key are records, or wraps them. */
  readonly envelope?: Envelope;
}

/**
 * `list`: holds records, or is one; an object that is none is passed over. `named`: the same, but the name is so
 * common that its content is looked at first. `hostasset`: holds one record of that
 * format.
 */
export type Envelope = 'list' | 'named' | 'hostasset';
