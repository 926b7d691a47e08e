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
  /** What lies under any other key of such an object: interfaces by their names. */
  readonly any?: Branch;
  /**
   * How an object under this key is read as a whole: `source`: an entry of the inventory; `pair`: key and value
   * of a custom attribute, or a map of them; `best`: one text, from the key of the lowest rank that has one.
   */
  readonly whole?: 'source' | 'pair' | 'best';
  /** The part that a text under this key is of the `whole` it lies in. */
  readonly part?: 'name' | 'created' | 'lastUpdated' | 'key' | 'value' | 'best';
  /** Fields that the file is taken to have once this key was seen, whatever its value. */
  readonly sees?: readonly FieldId[];
  /** Whether the key marks an object as a record. */
  readonly marks?: boolean;
  /** The key belongs to a response: without records its object is an empty page, not a bad record. */
  readonly response?: ResponsePart;
  /** Other things have such a key too: it says this of a response, but makes no object one. */
  readonly hint?: true;
  /** Not part of a record: what lies under this key is a record, a list of them, or a wrapper of either. */
  readonly wrapper?: Wrapper;
}

/**
 * What a response says of itself under a key. `hasMore`: yes or no; `noMore`: the same turned around; `next`: where the
 * next page is, which the last page may leave out; `total`: how many records there are on all pages; `other`: nothing
 * that is read.
 */
export type ResponsePart = 'hasMore' | 'noMore' | 'next' | 'total' | 'code' | 'message' | 'other';

/**
 * `records`: an object under the key that is no record is passed over. A dialect's name: the same, and the records
 * are of that dialect even where their keys do not tell.
 */
export type Wrapper = 'records' | { readonly dialect: string };
