import type { Identities } from '../../../identifiers/identity';
import type { CauseId } from '../../../model/judgement';
import type { AssetIndex } from '../../../model/units';
import { causeOfChange, changedIn, relationOf } from './relation';

/** One asset id in one export. */
export interface Sighting {
  readonly identities: Identities;
  readonly asset: AssetIndex;
}

/**
 * Why one asset id changed over exports, from the oldest to the newest; `null` where it did not. A record that becomes
 * again what it was before is two machines that use it in turn, whatever two of the exports look like.
 */
export function causeOverTime(sightings: readonly Sighting[]): CauseId | null {
  const relation = (from: number, to: number) => {
    const [a, b] = [sightings[from]!, sightings[to]!];
    return relationOf(a.identities, a.asset, b.identities, b.asset);
  };
  const differs = (from: number, to: number) => changedIn(relation(from, to)).length > 0;
  let cause: CauseId | null = null;
  for (let now = 1; now < sightings.length; now++) {
    if (!differs(now - 1, now)) continue;
    cause = causeOfChange(relation(now - 1, now));
    const wasSo = (before: number) =>
      isAgain(relation(before, now)) && changesHardware(relation(now - 1, now));
    if (Array.from({ length: now - 1 }, (_, before) => before).some(wasSo)) return 'identityCollision';
  }
  return cause;
}

/** Whether the hardware is the same, and nothing differs. */
function isAgain(relation: ReturnType<typeof relationOf>): boolean {
  const { serial, hardwareUuid, cloudInstanceId, macAddress } = relation;
  return Math.max(serial, hardwareUuid, cloudInstanceId, macAddress) > 0 && changedIn(relation).length === 0;
}

function changesHardware({
  serial,
  hardwareUuid,
  cloudInstanceId,
  macAddress,
}: ReturnType<typeof relationOf>): boolean {
  return Math.min(serial, hardwareUuid, cloudInstanceId, macAddress) < 0;
}
