import type { SuspectValue } from '../../../model/judgement';
import type { Records } from '../records/records';
import type { Indexed, SharedValues } from '../records/shared-values';
import { valueText } from './value-text';

const FIELDS: Readonly<Partial<Record<Indexed, SuspectValue['field']>>> = {
  mac: 'macAddress',
  host: 'name',
  dns: 'name',
  netbios: 'name',
  serial: 'serial',
  uuid: 'hardwareUuid',
  agent: 'agentId',
};
const MOST_LISTED = 1000;

/** Values whose holders are plainly different machines, the most shared first. */
export function findSuspectValues(records: Records, shared: SharedValues): SuspectValue[] {
  const found: SuspectValue[] = [];
  for (const [kind, field] of Object.entries(FIELDS) as [Indexed, SuspectValue['field']][]) {
    const index = shared.by[kind];
    for (let group = 0; group < index.groups; group++) {
      if (shared.suspect[kind][group] === 0) continue;
      const members = index.members.subarray(index.starts[group], index.starts[group + 1]);
      found.push({
        field,
        value: valueText(records, kind, index.values[group]!, members[0]!),
        assets: members.length,
        reason: reasonOf(records, members),
      });
    }
  }
  const seen = new Set<string>();
  return found
    .sort((a, b) => b.assets - a.assets)
    .filter(({ field, value }) => !seen.has(`${field} ${value}`) && seen.add(`${field} ${value}`))
    .slice(0, MOST_LISTED);
}

function reasonOf(records: Records, members: Uint32Array): string {
  const distinct = (values: Float64Array) =>
    new Set(Array.from(members, (m) => values[m]).filter((v) => v !== 0)).size;
  const living = new Set(Array.from(members, (m) => (records.alive[m] === 1 ? records.agent[m] : 0)));
  living.delete(0);
  const parts = [
    [distinct(records.uuid), 'hardware UUIDs'],
    [distinct(records.bareSerial), 'serial numbers'],
    [distinct(records.cloud), 'cloud instances'],
    [living.size, 'living agents'],
    [distinct(records.host), 'host names'],
  ] as const;
  const said = parts.filter(([count]) => count > 1).map(([count, what]) => `${count} ${what}`);
  return `The assets that have it have ${said.slice(0, 3).join(', ') || 'different adapters and addresses'}.`;
}
