import { listOf } from '../../../arrays/ragged-list';
import { textAt } from '../../../model/columns';
import type { AssetIndex } from '../../../model/units';
import type { Matching } from '../match/matching';
import { assignmentWords, hoursOf } from '../report/words';
import type { SensorAddress, SensorRecord } from '../types/result';
import { formatMac } from './mac-addresses';
import { sensorNames } from './mobile';
import type { NetworkOrigin } from './networks';
import { classOfAsset, sourcesOfAsset } from './source-class';

/** One asset as the check sees it: canonical values, its networks and how its addresses are given out. */
export function assetRecord(matching: Matching, asset: AssetIndex): SensorRecord {
  const { inventory, correlation, classes, timing } = matching;
  const { dataset, hostnames, macs } = inventory;
  const { columns } = dataset;
  const title = [columns.assetName, columns.dnsName, columns.address].map((column) => textAt(column, asset));
  return {
    asset,
    assetId: textAt(columns.assetId, asset),
    title: title.find((text) => text !== '') ?? textAt(columns.assetId, asset),
    assetClass: classOfAsset(classes, asset),
    sources: sourcesOfAsset(dataset, asset),
    correlationIds: Array.from(listOf(correlation.ofAsset, asset), (id) => correlation.table.text(id)),
    macs: Array.from(listOf(macs.ofAsset, asset), (mac) => formatMac(macs, mac)),
    hostnames: Array.from(listOf(hostnames.ofAsset, asset), (name) => hostnames.table.text(name)),
    addresses: addressesOf(matching, asset),
    sensors: sensorNames(dataset, asset),
    lastSeen: timing.lastSeen[asset]!,
    mobile: matching.isMobile(asset),
  };
}

const NETWORK_FROM: Readonly<Record<NetworkOrigin, string>> = {
  'feature-off': 'the Network feature is off',
  export: 'named by the export',
  sensor: 'by its sensor, from the settings',
  range: 'by its range, from the settings; the narrowest counts, Doublet’s assumption',
  default: 'none named',
};

function addressesOf(matching: Matching, asset: AssetIndex): SensorAddress[] {
  const { inventory, addresses } = matching;
  return Array.from(listOf(inventory.addresses.ofAsset, asset)).flatMap((ip) => {
    const { networks, origin } = addresses.networks.of(asset, ip);
    return networks.map((network) => {
      const found = addresses.assignments.at(inventory.addresses.table.address(ip), network);
      return {
        ip: inventory.addresses.table.text(ip),
        network: addresses.networks.label(network),
        networkFrom: NETWORK_FROM[origin],
        assignment: found.assignment,
        assignmentFrom: assignmentWords(found.range, found.assignment, found.lease),
        windowHours: found.window === Number.POSITIVE_INFINITY ? null : hoursOf(found.window),
      };
    });
  });
}
