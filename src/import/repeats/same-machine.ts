import type { IdentifierField, IdentityValues } from './row-values';

/** What two records with one asset ID are: surely the same asset, plainly different machines, or neither shows. */
export type Sameness = 'same' | 'different' | 'unclear';

/** What one machine has once: where one of these agrees, the ID is right. */
const OF_ONE_MACHINE = ['agentId', 'hostId', 'hardwareUuid', 'biosSerialNumber', 'cloudInstanceId'] as const;
/** What a machine keeps for life; an agent is installed anew, a host ID is given anew. */
const FOR_LIFE: ReadonlySet<IdentifierField> = new Set<IdentifierField>([
  'hardwareUuid',
  'biosSerialNumber',
  'cloudInstanceId',
]);
const NETBIOS_LENGTH = 15;

/**
 * Compares two records of one asset ID by the rule of docs/contract.md, "Records with one asset id". Every value that
 * agrees speaks for one asset; only several that differ, and none that agrees, tell two machines.
 */
export function sameness(first: IdentityValues, second: IdentityValues): Sameness {
  const uuids = compare('assetUuid', first, second);
  if (uuids !== 'unclear') return uuids;
  let differing = 0;
  let forLife = false;
  for (const field of OF_ONE_MACHINE) {
    const found = compare(field, first, second);
    if (found === 'same') return 'same';
    if (found === 'unclear') continue;
    if (field !== 'hostId') differing++;
    forLife ||= FOR_LIFE.has(field);
  }
  const macs = compareSets(new Set(first.macs()), new Set(second.macs()));
  if (macs === 'same') return 'same';
  if (macs === 'different') differing++;
  if (differing === 0) return 'unclear';
  const names = compareNames(first.names(), second.names());
  if (names === 'same') return differing >= 3 && forLife ? 'different' : 'unclear';
  if (forLife) return 'different';
  if (names === 'unclear') return 'unclear';
  return differing >= 2 || haveOtherAddresses(first, second) ? 'different' : 'unclear';
}

function compare(field: IdentifierField, first: IdentityValues, second: IdentityValues): Sameness {
  const own = first.identifier(field);
  const other = own === '' ? '' : second.identifier(field);
  if (own === '' || other === '') return 'unclear';
  return own === other ? 'same' : 'different';
}

function compareSets<T>(own: ReadonlySet<T>, others: ReadonlySet<T>): Sameness {
  if (own.size === 0 || others.size === 0) return 'unclear';
  for (const one of own) if (others.has(one)) return 'same';
  return 'different';
}

/** A NetBIOS name is cut off after 15 characters. */
function compareNames(own: ReadonlySet<string>, others: ReadonlySet<string>): Sameness {
  const cut = (names: ReadonlySet<string>) =>
    new Set([...names].map((name) => name.slice(0, NETBIOS_LENGTH)));
  return compareSets(cut(own), cut(others));
}

function haveOtherAddresses(first: IdentityValues, second: IdentityValues): boolean {
  const [own, other] = [first.address(), second.address()];
  return own !== '' && other !== '' && own !== other;
}
