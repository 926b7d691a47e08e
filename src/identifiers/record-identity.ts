import { hasText, macDigits, macsAt, type TextColumn, textAt } from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { IdentityValues } from '../model/decision';
import type { AssetIndex } from '../model/units';
import { fillerMac, isLocallyAdministered } from './filler-macs';
import { canonicalDnsName, canonicalName } from './hostname';
import { canonicalSerial, canonicalUuid, isFillerSerial, isFillerUuid } from './machine-ids';

/** Kinds of which a machine has one value: two records that differ in one are hardly the same. */
export const UNIQUE_KINDS = ['agentId', 'cloudInstanceId', 'hardwareUuid', 'serial'] as const;

type Kind = keyof IdentityValues;

/**
 * The values by which a record is known again in another dataset, canonical and sorted. Fillers and MAC addresses that
 * a device made up identify nothing; an address counts only where there is nothing else, since it changes by itself.
 */
export function identityAt(dataset: Dataset, asset: AssetIndex): IdentityValues {
  const values: Partial<Record<Kind, readonly string[]>> = {};
  for (const kind of IDENTITY_KINDS) {
    const found = valuesOf(dataset, kind, asset);
    if (found.length > 0) values[kind] = found;
  }
  if (Object.keys(values).length > 0) return values;
  const address = textAt(dataset.columns.address, asset).trim().toLowerCase();
  return address === '' ? {} : { address: [address] };
}

/** The kinds of `identityAt`, in a fixed order. */
export const IDENTITY_KINDS = [...UNIQUE_KINDS, 'macAddress', 'dnsName', 'hostName'] as const;

/** The record's values of one kind of `IDENTITY_KINDS`. */
export function valuesOf(
  { columns }: Dataset,
  kind: (typeof IDENTITY_KINDS)[number],
  asset: AssetIndex,
): readonly string[] {
  switch (kind) {
    case 'agentId':
      return plain(columns.agentId, asset);
    case 'cloudInstanceId':
      return plain(columns.cloudInstanceId, asset);
    case 'hardwareUuid': {
      const uuid = hasText(columns.hardwareUuid, asset)
        ? canonicalUuid(textAt(columns.hardwareUuid, asset))
        : '';
      return uuid === '' || isFillerUuid(uuid) ? [] : [uuid];
    }
    case 'serial': {
      const serial = hasText(columns.biosSerialNumber, asset)
        ? canonicalSerial(textAt(columns.biosSerialNumber, asset))
        : '';
      return serial === '' || isFillerSerial(serial) ? [] : [serial];
    }
    case 'macAddress':
      return Array.from(macsAt(columns.macAddresses, asset))
        .filter((mac) => fillerMac(mac) === null && !isLocallyAdministered(mac))
        .map(macDigits)
        .sort();
    case 'dnsName':
      return one(
        canonicalDnsName(textAt(columns.dnsName, asset)) || canonicalDnsName(textAt(columns.fqdn, asset)),
      );
    case 'hostName': {
      const names = [columns.assetName, columns.netbiosName].map((column) =>
        canonicalName(textAt(column, asset)),
      );
      return [...new Set(names.filter((name) => name !== ''))].sort();
    }
  }
}

function plain(column: TextColumn, asset: AssetIndex): readonly string[] {
  if (!hasText(column, asset)) return [];
  const text = textAt(column, asset).trim().toLowerCase();
  return /^[0-]*$/.test(text) ? [] : [text];
}

function one(text: string): readonly string[] {
  return text === '' ? [] : [text];
}

/**
 * How well two identities agree, 0 where they are not of one record: an identifier of which a machine has one agrees
 * and no serial number, hardware UUID or cloud instance differs; or, without such, a MAC address and a name agree.
 */
export function agreementOf(before: IdentityValues, now: IdentityValues): number {
  const stands = (kind: Kind): 'agree' | 'differ' | 'open' => {
    const [old, fresh] = [before[kind], now[kind]];
    if (old === undefined || fresh === undefined) return 'open';
    return old.some((value) => fresh.includes(value)) ? 'agree' : 'differ';
  };
  const unique = UNIQUE_KINDS.map(stands);
  const agreed = unique.filter((one) => one === 'agree').length;
  const others = (['macAddress', 'dnsName', 'hostName'] as const).filter((kind) => stands(kind) === 'agree');
  if (UNIQUE_KINDS.some((kind) => kind !== 'agentId' && stands(kind) === 'differ')) return 0;
  if (agreed > 0) return agreed * 10 + others.length;
  if (unique.includes('differ') || !others.includes('macAddress') || others.length < 2) return 0;
  return others.length;
}
