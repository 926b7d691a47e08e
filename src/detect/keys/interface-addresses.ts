import { parseIpv4 } from '../../identifiers/ip-address';
import { itemStart, itemStop, type TextColumn, type TextListColumn } from '../../model/columns';
import { decodeText } from '../../model/text';

/**
 * The primary address of each asset, then the IPv4 addresses of its interfaces, as one column. An asset whose
 * primary address comes again at an interface has it twice here; the buckets count it once.
 */
export function withInterfaceAddresses(
  primary: TextColumn,
  interfaces: TextListColumn,
  size: number,
): TextListColumn {
  const bytes = new Uint8Array(primary.bytes.length + interfaces.bytes.length);
  const ends = new Uint32Array(size + interfaces.ends.length);
  const stops = new Uint32Array(size);
  let length = 0;
  let items = 0;
  const append = (from: Uint8Array, start: number, end: number) => {
    for (let at = start; at < end; at++) bytes[length++] = from[at]!;
    ends[items++] = length;
  };
  for (let asset = 0; asset < size; asset++) {
    append(primary.bytes, itemStart(primary.ends, asset), itemStop(primary.ends, asset));
    const stop = itemStop(interfaces.stops, asset);
    for (let item = itemStart(interfaces.stops, asset); item < stop; item++) {
      const start = itemStart(interfaces.ends, item);
      const end = itemStop(interfaces.ends, item);
      if (parseIpv4(decodeText(interfaces.bytes, start, end)) >= 0) append(interfaces.bytes, start, end);
    }
    stops[asset] = items;
  }
  return { kind: 'texts', bytes: bytes.subarray(0, length), ends: ends.subarray(0, items), stops };
}
