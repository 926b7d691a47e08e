import { isPlaceholder } from '../../identifiers/placeholder';
import type { FieldId } from '../../model/field';
import { plainCell } from './cell-text';

/** Fields by which rows of one host are known where the table has no ids. */
const OF_HOST: ReadonlySet<FieldId> = new Set<FieldId>([
  'assetName',
  'dnsName',
  'netbiosName',
  'address',
  'macAddresses',
  'networkName',
  'networkId',
  'agentId',
  'biosSerialNumber',
]);
/** A network alone is no host. */
const NOT_ALONE: ReadonlySet<FieldId> = new Set<FieldId>(['networkName', 'networkId']);
/** A `Set` ends at 16,777,216 entries; hosts beyond are not folded. */
const MOST_HOSTS = 16_000_000;

/** Tells rows of one host in a table without ids, such as a list of findings: the same names, addresses, network. */
export class HostRows {
  readonly #columns: readonly { readonly at: number; readonly field: FieldId }[];
  readonly #known = new Set<string>();

  constructor(columns: readonly { readonly at: number; readonly field: FieldId }[]) {
    this.#columns = columns.filter(({ field }) => OF_HOST.has(field));
  }

  /** Whether a row before was of the same host; remembers the host. Rows without a name or address are never. */
  isKnown(cells: readonly string[]): boolean {
    let names = false;
    const key = this.#columns
      .map(({ at, field }) => {
        const text = plainCell(cells[at] ?? '').toLowerCase();
        if (text === '' || isPlaceholder(text)) return '';
        names ||= !NOT_ALONE.has(field);
        return text;
      })
      .join('\u0000');
    if (!names) return false;
    if (this.#known.has(key)) return true;
    if (this.#known.size < MOST_HOSTS) this.#known.add(key);
    return false;
  }
}
