import { listOf, sharedIds } from '../../../arrays/ragged-list';
import type { AssetIndex } from '../../../model/units';
import { closer, distance, type KeyIndex, nearestWhere } from '../match/key-index';
import { CLASS, type Matching } from '../match/matching';
import { joinsByAddress } from '../match/passive-groups';
import { sensorKey } from '../read/mobile';
import { assetWords, hoursOf, hourWords } from '../report/words';
import type { NearMiss } from '../types/result';

/** Near misses by IP address: the same address outside the window, or in another network. */
export function addressNearMisses(matching: Matching, asset: AssetIndex): NearMiss[] {
  if (matching.classes[asset] === CLASS.caps) return capsNearMiss(matching, asset);
  const found: NearMiss[] = [];
  const managed = { pairs: matching.managed.networkAddress, ips: matching.managed.ip };
  const any = () => true;
  add(found, nearestInNetwork(matching, asset, managed.pairs, any), 'managed');
  add(found, nearestElsewhere(matching, asset, managed.ips, any), 'managed');
  if (!joinsByAddress(matching, asset)) return found;
  const pool = { pairs: matching.pool!.networkAddress, ips: matching.pool!.ip };
  const { dataset } = matching.inventory;
  const sensor = sensorKey(dataset, asset);
  const others = (other: AssetIndex) => other !== asset && sensorKey(dataset, other) !== sensor;
  add(found, nearestInNetwork(matching, asset, pool.pairs, others), 'passive');
  add(found, nearestElsewhere(matching, asset, pool.ips, others), 'passive');
  return found;
}

type Candidate = Omit<NearMiss, 'candidateClass'>;

function add(found: NearMiss[], candidate: Candidate | null, candidateClass: 'managed' | 'passive'): void {
  if (candidate === null) return;
  found.push({ ...candidate, candidateClass, row: candidateClass === 'managed' ? candidate.row : null });
}

/** The same address and network, but not seen close enough in time; or nobody knows when. */
function nearestInNetwork(
  matching: Matching,
  asset: AssetIndex,
  index: KeyIndex,
  accepts: (asset: AssetIndex) => boolean,
): Candidate | null {
  const { addresses, timing, inventory } = matching;
  const time = timing.lastSeen[asset]!;
  let best = -1;
  let by = -1;
  for (const pair of listOf(addresses.ofAsset, asset)) {
    const other = nearestWhere(index, pair, time, accepts);
    if (other < 0 || closer(timing, time, best, other) === best) continue;
    best = other;
    by = pair;
  }
  if (best < 0) return null;
  const apart = distance(timing, time, best);
  const window = addresses.windows[by]!;
  const ip = inventory.addresses.table.text(addresses.ip(by));
  const other = assetWords(inventory.dataset, best);
  const row = matching.hasMac(asset) && matching.hasMac(best) ? 'R4' : 'R6';
  if (apart === Number.POSITIVE_INFINITY) {
    const text = `Has the dynamic address ${ip} in the same network as ${other}, but the export does not say when both were last seen. The time takes lastUpdated of their sources.`;
    return { kind: 'not-evaluated', criterion: 'ipAddress', candidate: best, row, text, ip };
  }
  return {
    kind: 'outside-window',
    criterion: 'ipAddress',
    candidate: best,
    row,
    text: `Has the dynamic address ${ip} in the same network as ${other}, but they were last seen ${hourWords(apart)} apart: ${hourWords(apart - window)} more than the ${hourWords(window)} allowed.`,
    ip,
    hoursApart: hoursOf(apart),
    windowHours: hoursOf(window),
  };
}

/** The same address in another network. */
function nearestElsewhere(
  matching: Matching,
  asset: AssetIndex,
  index: KeyIndex,
  accepts: (asset: AssetIndex) => boolean,
): Candidate | null {
  const { addresses, timing, inventory } = matching;
  const time = timing.lastSeen[asset]!;
  let best = -1;
  let by = -1;
  for (const ip of listOf(inventory.addresses.ofAsset, asset)) {
    const own = addresses.networks.of(asset, ip).networks;
    const elsewhere = (other: AssetIndex) =>
      accepts(other) && !addresses.networks.of(other, ip).networks.some((network) => own.includes(network));
    const other = nearestWhere(index, ip, time, elsewhere);
    if (other < 0 || closer(timing, time, best, other) === best) continue;
    best = other;
    by = ip;
  }
  if (best < 0 || sharedIds(addresses.ofAsset, asset, best).length > 0) return null;
  const label = (of: AssetIndex) =>
    addresses.networks
      .of(of, by)
      .networks.map((network) => addresses.networks.label(network))
      .join(', ');
  const networks = [label(asset), label(best)] as const;
  const ip = inventory.addresses.table.text(by);
  return {
    kind: 'other-network',
    criterion: 'ipAddress',
    candidate: best,
    row: matching.hasMac(asset) && matching.hasMac(best) ? 'R4' : 'R6',
    text: `Has the address ${ip} of ${assetWords(inventory.dataset, best)}, but in another network: ${networks[0]} and ${networks[1]}.`,
    ip,
    networks,
  };
}

function capsNearMiss(matching: Matching, asset: AssetIndex): NearMiss[] {
  const { managed, addresses, timing, inventory } = matching;
  const time = timing.lastSeen[asset]!;
  let best = -1;
  for (const pair of listOf(addresses.ofAsset, asset)) {
    best = closer(
      timing,
      time,
      best,
      nearestWhere(managed.networkAddress, pair, time, () => true),
    );
  }
  if (best < 0) return [];
  return [
    {
      kind: 'caps',
      criterion: 'ipAddress',
      candidate: best,
      candidateClass: 'managed',
      row: null,
      text: `Has an IP address of ${assetWords(inventory.dataset, best)} in the same network, but Cloud Agent Passive Sensing never matches by IP address.`,
    },
  ];
}
