import type { AssetIndex } from '../../../model/units';
import type { MachineContext } from './cause';

/** The two newest records with different agents, the older one first; `null` where fewer than two agents are there. */
export function oldAndNewAgent({
  records,
  assets,
}: MachineContext): readonly [AssetIndex, AssetIndex] | null {
  const agents = assets
    .filter((asset) => records.agent[asset] !== 0)
    .sort((a, b) => records.last[a]! - records.last[b]!);
  const after = agents.at(-1);
  const before = agents.findLast(
    (asset) => after !== undefined && records.agent[asset] !== records.agent[after],
  );
  return before === undefined || after === undefined ? null : [before, after];
}
