import { IDENTITY_KINDS, identityAt } from '../../../identifiers/record-identity';
import type { Dataset } from '../../../model/dataset';
import type { IdentityValues, RecordIdentity } from '../../../model/decision';
import type { EvidenceKind } from '../../../model/judgement';
import type { AssetIndex } from '../../../model/units';
import { assetTitle } from '../../../wording/asset-title';

const LABELS: Readonly<Partial<Record<EvidenceKind, string>>> = {
  agentId: 'agent ID',
  cloudInstanceId: 'cloud instance ID',
  hardwareUuid: 'hardware UUID',
  serial: 'serial number',
  macAddress: 'MAC addresses',
  dnsName: 'DNS name',
  hostName: 'host name',
  address: 'address',
};

/** What of a record is other than a decision saw it, each in a sentence; none where nothing is. */
export function identityChanges(dataset: Dataset, saw: RecordIdentity, asset: AssetIndex): string[] {
  const now = identityAt(dataset, asset);
  return differences(saw.values, now).map(
    ({ kind, before, after }) =>
      `${capital(LABELS[kind] ?? kind)} of ${saw.assetId} (${assetTitle(dataset, asset)}): ${words(before)} before, ${words(after)} now.`,
  );
}

/** Kinds in which two identities differ. An address counts only where both have nothing else. */
function differences(before: IdentityValues, after: IdentityValues) {
  const kinds: EvidenceKind[] = [...IDENTITY_KINDS];
  if (before.address !== undefined && after.address !== undefined) kinds.push('address');
  return kinds
    .map((kind) => ({ kind, before: before[kind] ?? [], after: after[kind] ?? [] }))
    .filter(({ before: old, after: fresh }) => old.join('\n') !== fresh.join('\n'));
}

function words(values: readonly string[]): string {
  if (values.length === 0) return 'none';
  const shown = values.slice(0, 4).join(', ');
  return values.length > 4 ? `${shown} and ${values.length - 4} more` : shown;
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
