import { formatMac } from '../../../identifiers/mac';
import { textAt } from '../../../model/columns';
import type { AssetIndex } from '../../../model/units';
import type { Records } from '../records/records';
import type { Indexed } from '../records/shared-values';

/** A shared value as people read it, from the record of an asset that has it. */
export function valueText(records: Records, kind: Indexed, value: number, asset: AssetIndex): string {
  const { columns } = records.dataset;
  switch (kind) {
    case 'agent':
      return textAt(columns.agentId, asset);
    case 'cloud':
      return textAt(columns.cloudInstanceId, asset);
    case 'uuid':
      return textAt(columns.hardwareUuid, asset);
    case 'serial':
      return textAt(columns.biosSerialNumber, asset);
    case 'mac':
      return value === 0 ? '' : formatMac(value);
    case 'dns':
      return textAt(columns.dnsName, asset) || textAt(columns.assetName, asset);
    case 'host':
    case 'netbios':
      return textAt(columns.netbiosName, asset) || textAt(columns.assetName, asset);
    case 'address':
      return textAt(columns.address, asset);
  }
}
