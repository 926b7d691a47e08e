/** How a copy is redacted. The same key gives the same pseudonyms; whoever has it can tell which value is which. */
export interface Redaction {
  /** Sixteen bytes, random. */
  readonly key: Uint8Array;
  /** Whether the browser keeps the key, so that further copies have the same pseudonyms. */
  readonly keyKept: boolean;
}

/** What stands in the place of a sentence that may have values in it. */
export const LEFT_OUT = 'Left out of this redacted copy';

/** What a redacted copy says of itself. */
export function redactionWords({ keyKept }: Pick<Redaction, 'keyKept'>): string {
  const key = keyKept
    ? 'The key is kept in the browser that saved this copy: its other redacted copies have the same pseudonyms.'
    : 'The key was made for this copy and is not kept: no other copy has the same pseudonyms.';
  return `Redacted: names, addresses, MACs, IDs, serials and tags are pseudonyms. Equal values have equal pseudonyms, and addresses of one network stay in one. ${key}`;
}
