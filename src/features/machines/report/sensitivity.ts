import type { Sensitivity } from '../../../model/fields/sensitivity';
import type { EvidenceKind, SuspectValue } from '../../../model/judgement';

const OF_KIND: Readonly<Record<EvidenceKind, Sensitivity>> = {
  agentId: 'id',
  cloudInstanceId: 'id',
  hardwareUuid: 'id',
  serial: 'serial',
  macAddress: 'mac',
  macInIpv6: 'mac',
  dnsName: 'name',
  hostName: 'name',
  shortName: 'name',
  address: 'address',
  interfaceAddress: 'address',
  network: 'name',
  operatingSystem: 'name',
  time: 'name',
};

/** What the value is that look-alikes share: it is of the first kind that they share. */
export function sensitivityOfShared(shares: readonly EvidenceKind[]): Sensitivity {
  const [first] = shares;
  return first === undefined ? 'name' : OF_KIND[first];
}

/** What a suspect value is, by its field. */
export const SENSITIVITY_OF_SUSPECT: Readonly<Record<SuspectValue['field'], Sensitivity>> = {
  macAddress: 'mac',
  name: 'name',
  ipv4Address: 'address',
  serial: 'serial',
  hardwareUuid: 'id',
  agentId: 'id',
};
