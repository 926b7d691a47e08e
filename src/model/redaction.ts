/** What can be replaced, as fields and columns say it of themselves; names before all else. */
export const REDACTED_KINDS = ['name', 'address', 'mac', 'id', 'serial', 'tag'] as const;
export type RedactedKind = (typeof REDACTED_KINDS)[number];

/** As people call them, many. */
export const REDACTED_KIND_WORDS: Readonly<Record<RedactedKind, string>> = {
  name: 'names',
  address: 'addresses',
  mac: 'MACs',
  id: 'IDs',
  serial: 'serials',
  tag: 'tags',
};

/** How a copy is redacted. The same key gives the same pseudonyms; whoever has it can tell which value is which. */
export interface Redaction {
  /** Sixteen bytes, random. */
  readonly key: Uint8Array;
  /** Whether the browser keeps the key, so that further copies have the same pseudonyms. */
  readonly keyKept: boolean;
  /** What is replaced; everything, if not said. */
  readonly kinds?: readonly RedactedKind[];
}
