import { formatMac } from '../../../identifiers/mac';
import { type TextColumn, textAt } from '../../../model/columns';
import type { AssetIndex } from '../../../model/units';
import { blankName, readName } from '../records/names';
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
      return nameText([columns.dnsName, columns.fqdn, columns.assetName], value, asset);
    case 'host':
    case 'netbios':
      return nameText([columns.netbiosName, columns.assetName, columns.dnsName], value, asset);
    case 'address':
      return textAt(columns.address, asset);
  }
}

/** The name that has the value as a whole or as its first label; the first one where none has. */
function nameText(columns: readonly TextColumn[], value: number, asset: AssetIndex): string {
  const into = blankName();
  const having = columns.find((column) => {
    const name = readName(column, asset, into);
    return name !== null && (name.whole === value || name.short === value);
  });
  const texts = [having, ...columns].map((column) => (column === undefined ? '' : textAt(column, asset)));
  return texts.find((text) => text !== '') ?? '';
}
