import { type FillerMac, fillerMac } from '../../../identifiers/filler-macs';
import { macsAt } from '../../../model/columns';
import type { Records } from '../records/records';

export const CLUSTER_FAMILY: FillerMac = 'cluster';

/** Whether both records have one MAC address of that family, among those that identify no machine. */
export function sharesFiller(records: Records, a: number, b: number, family: FillerMac): boolean {
  const { macAddresses } = records.dataset.columns;
  const others = new Set(macsAt(macAddresses, b));
  return macsAt(macAddresses, a).some((mac) => others.has(mac) && fillerMac(mac) === family);
}

/** The first MAC address that both have although it identifies no machine; 0 where there is none. */
export function sharedFiller(records: Records, a: number, b: number): number {
  const { macAddresses } = records.dataset.columns;
  const others = new Set(macsAt(macAddresses, b));
  return macsAt(macAddresses, a).find((mac) => others.has(mac) && fillerMac(mac) !== null) ?? 0;
}
