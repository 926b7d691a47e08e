import { parseIp, parseIpv4 } from '../../identifiers/ip-address';
import { isPlaceholder } from '../../identifiers/placeholder';

const BRACKETS = /[[\](){}<>"'’]/g;
const BETWEEN = /[,;|\s]+|(?<=\s)\/(?=\s)/;
const PREFIX_LENGTH = /\/\d{1,3}$/;

/** The addresses in a cell: the asset's own, and the others. */
export interface AddressCell {
  readonly address: string;
  readonly others: readonly string[];
}

/**
 * Parts a cell with addresses: `fe80::1, 10.0.0.1`, `10.0.0.1/24`, `10.0.0.1 (eth0)`, a list in brackets. The first
 * IPv4 address is the asset's, else the first of any kind; a cell without one is kept as it is.
 */
export function addressesOfCell(text: string): AddressCell {
  if (parseIpv4(text) >= 0) return { address: text, others: [] };
  const parts = text
    .replace(BRACKETS, ' ')
    .split(BETWEEN)
    .map((part) => part.replace(PREFIX_LENGTH, ''))
    .filter((part) => part !== '' && !isPlaceholder(part));
  const addresses = parts.filter((part) => parseIp(part) !== null);
  const address = addresses.find((part) => parseIpv4(part) >= 0) ?? addresses[0];
  if (address === undefined) return { address: parts.length === 0 ? '' : text, others: [] };
  return { address, others: addresses.filter((part) => part !== address) };
}

/** Nothing but MAC addresses and what stands between them: the importer parts those itself. */
const ONLY_MACS = /^[\da-f:.,;\s-]+$/i;
const MAC_INSIDE =
  /(?<![\da-z:.-])(?:[\da-f]{2}(?:[:-][\da-f]{2}){5,7}|[\da-f]{4}(?:\.[\da-f]{4}){2}|[\da-f]{12})(?![\da-z:-]|\.[\da-f])/gi;

/** The MAC addresses in a cell that holds other text as well, such as `02:16:3e:00:00:01 (eth0)`; the text if none. */
export function macsOfCell(text: string): readonly string[] {
  if (ONLY_MACS.test(text)) return [text];
  return text.match(MAC_INSIDE) ?? [text];
}
