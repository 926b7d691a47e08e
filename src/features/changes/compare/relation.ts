import {
  agreesIn,
  agreesInMac,
  IDENTITY_KINDS,
  type Identities,
  type IdentityKind,
} from '../../../identifiers/identity';
import type { CauseId } from '../../../model/judgement';
import type { AssetIndex } from '../../../model/units';

/** How a record stands to itself in another export: 1 agrees, -1 differs, 0 one of the two has none. */
export type Relation = Readonly<Record<IdentityKind | 'macAddress', number>>;

/** What can change, in the order in which people read it. */
export const CHANGING = [
  'hostName',
  'serial',
  'hardwareUuid',
  'cloudInstanceId',
  'agentId',
  'macAddress',
] as const;
export type Changing = (typeof CHANGING)[number];

export const CHANGING_WORDS: Readonly<Record<Changing, string>> = {
  hostName: 'name',
  serial: 'serial number',
  hardwareUuid: 'hardware UUID',
  cloudInstanceId: 'cloud instance ID',
  agentId: 'agent ID',
  macAddress: 'MAC addresses',
};

export function relationOf(a: Identities, first: AssetIndex, b: Identities, second: AssetIndex): Relation {
  const relation = Object.fromEntries(
    IDENTITY_KINDS.map((kind) => [kind, agreesIn(kind, a, first, b, second)]),
  ) as Record<IdentityKind, number>;
  return { ...relation, macAddress: agreesInMac(a, first, b, second) };
}

/**
 * What has changed of a record's identity. Other MAC addresses alone change nothing where a serial number, hardware
 * UUID, cloud instance or agent is the same: docks and adapters come and go.
 */
export function changedIn(relation: Relation): Changing[] {
  const { serial, hardwareUuid, cloudInstanceId, agentId } = relation;
  const isKnown = Math.max(serial, hardwareUuid, cloudInstanceId, agentId) > 0;
  const others = [serial, hardwareUuid, cloudInstanceId, agentId, relation.hostName].some((one) => one < 0);
  return CHANGING.filter((what) => relation[what] < 0 && (what !== 'macAddress' || !isKnown || others));
}

/**
 * Why one asset id is another than before (docs/judgement.md, "Causes"): two exports show it; that a record goes to and
 * fro takes a third (`over-time.ts`).
 */
export function causeOfChange(relation: Relation): CauseId {
  const { serial, hardwareUuid, cloudInstanceId, agentId, hostName } = relation;
  if (hardwareUuid < 0 && serial > 0 && cloudInstanceId >= 0)
    return hostName < 0 ? 'unclear' : 'boardReplaced';
  const isOtherHardware = serial < 0 || hardwareUuid < 0 || cloudInstanceId < 0;
  if (isOtherHardware && hostName < 0) return 'identityCollision';
  if (isOtherHardware) return hostName > 0 && agentId > 0 ? 'diskMoved' : 'unclear';
  if (agentId < 0) return hostName < 0 ? 'reimaged' : 'agentReinstalled';
  return hostName < 0 ? 'renamed' : 'unclear';
}
