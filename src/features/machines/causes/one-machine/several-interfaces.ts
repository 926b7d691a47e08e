import { gapOf } from '../../evidence/facts';
import type { MachineCause } from '../cause';

export const severalInterfaces: MachineCause = {
  id: 'severalInterfaces',
  title: 'Several interfaces',
  sentence: 'One machine is scanned at several of its addresses, and each address became a record.',
  action: 'Scan it at one address, or turn on merging by hostname or by agent; purge the other records.',
  applies: ({ records, assets }) => {
    if (assets.some((asset) => records.inIpv6[asset] !== 0)) return true;
    const [first, ...others] = assets;
    const macsOf = (asset: number) =>
      Array.from(records.macs.subarray(records.macStarts[asset], records.macStarts[asset + 1]));
    const own = new Set(macsOf(first!));
    const addresses = new Set(
      assets.map((asset) => records.address[asset]).filter((address) => address !== 0),
    );
    const sharesSeveral = others.every((asset) => macsOf(asset).filter((mac) => own.has(mac)).length > 1);
    const scans = assets.every((asset) => records.agent[asset] === 0);
    return scans && sharesSeveral && addresses.size > 1 && gapOf(records, first!, others[0]!) === 0;
  },
};
