import { hasText, textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { AssetIndex } from '../../../model/units';

/**
 * The listed records whose agent may be uninstalled: those whose agent id no record has that stays. An agent that was
 * provisioned again has one id under two asset ids, and uninstalling by the old one could reach the living one.
 */
export function deadAgentsOf({ columns, size }: Dataset, listed: ReadonlySet<AssetIndex>): Set<AssetIndex> {
  const { agentId } = columns;
  const canonical = (asset: AssetIndex) => textAt(agentId, asset).trim().toLowerCase();
  const own = new Map<AssetIndex, string>();
  for (const asset of listed) {
    const id = hasText(agentId, asset) ? canonical(asset) : '';
    if (/[^0\-\s]/.test(id)) own.set(asset, id);
  }
  const wanted = new Set(own.values());
  for (let asset = 0; asset < size && wanted.size > 0; asset++)
    if (hasText(agentId, asset) && !listed.has(asset)) wanted.delete(canonical(asset));
  return new Set([...own].filter(([, id]) => wanted.has(id)).map(([asset]) => asset));
}
