import type { Notice } from '../../model/notice';
import type { RowValues } from './row-values';

/** A `Set` ends at 16,777,216 entries; hosts beyond are not folded. */
const MOST_HOSTS = 16_000_000;

/**
 * Tells records of one host that have no asset ID, such as those of a list of findings: the same names, addresses,
 * network and identifiers to the letter.
 */
export class HostsWithoutId {
  private known = new Set<string>();
  private folded = 0;

  constructor(private readonly values: RowValues) {}

  /** Another file begins: its hosts are its own. */
  begin(): void {
    if (this.known.size > 0) this.known = new Set();
    this.folded = 0;
  }

  /** Whether a row of the file before describes the same host; remembers the host. Rows without an address never do. */
  isKnown(row: number): boolean {
    const key = this.values.hostKey(row);
    if (key === '') return false;
    if (this.known.has(key)) {
      this.folded++;
      return true;
    }
    if (this.known.size < MOST_HOSTS) this.known.add(key);
    return false;
  }

  /** What has to be said of the file. */
  notices(): Notice[] {
    const { folded } = this;
    if (folded === 0) return [];
    const records = `${folded.toLocaleString('en-US')} ${folded === 1 ? 'record' : 'records'}`;
    return [
      {
        kind: 'foldedRecords',
        severity: 'note',
        what: `${records} without an asset ID ${folded === 1 ? 'is' : 'are'} of a host that an earlier record describes (same names, addresses and network): taken together with it as one asset.`,
        count: folded,
      },
    ];
  }
}
