import type { Records } from '../../records/records';
import { PASSIVE } from '../../records/sources';
import type { ApartContext, ApartRule } from '../cause';
import { CLUSTER_FAMILY, sharesFiller } from '../shared-macs';

/** Family of network devices (`familyOf`). */
const NETWORK_DEVICE = 6;

function clusterMac({ records, a, b }: ApartContext): boolean {
  return sharesFiller(records, a, b, CLUSTER_FAMILY);
}

/** Two firewalls or balancers with one name: the pair's, not the boxes'. */
function networkDevices({ records, a, b }: ApartContext): boolean {
  return (
    records.family[a] === NETWORK_DEVICE && records.family[b] === NETWORK_DEVICE && records.serial[a] !== 0
  );
}

/** A scanned name that answers with the MAC address of a node which has an agent and another name. */
function roleOfNode(records: Records, node: number, role: number): boolean {
  const named = records.host[role] !== 0 || records.dns[role] !== 0;
  return (
    records.agent[node] !== 0 &&
    records.agent[role] === 0 &&
    named &&
    records.uuid[role] === 0 &&
    (records.kinds[role]! & PASSIVE) === 0 &&
    records.address[node] !== records.address[role]
  );
}

export const clusterAddress: ApartRule = {
  id: 'clusterAddress',
  title: 'Cluster address',
  sentence: 'A name, an address or a MAC address belongs to a cluster and moves between its nodes.',
  action: 'Keep the nodes; keep the role’s record only if it is scanned on purpose.',
  warnings: ['Merging a role with a node hides the other node.'],
  applies: (context) => {
    const { records, kind } = context;
    const { a, b } = context;
    if (kind !== 'mac' && kind !== 'address') return networkDevices(context) && kind !== 'serial';
    return (
      clusterMac(context) || networkDevices(context) || roleOfNode(records, a, b) || roleOfNode(records, b, a)
    );
  },
};
