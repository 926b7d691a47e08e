// The plain lists of causes: the first that applies is taken, so their order is part of the rules.
import type { CauseText } from '../../../model/judgement';
import type { ApartRule, MachineCause } from './cause';
import { addressReused } from './different-machines/address-reused';
import { clonedImage } from './different-machines/cloned-image';
import { clusterAddress } from './different-machines/cluster-address';
import { containerSharesHost } from './different-machines/container-shares-host';
import { defaultName } from './different-machines/default-name';
import { externalTwin as externalTwinApart } from './different-machines/external-twin';
import { homeNetworkAddress } from './different-machines/home-network-address';
import { managementController } from './different-machines/management-controller';
import { overlappingNetworks } from './different-machines/overlapping-networks';
import { partitionSharesFrame } from './different-machines/partition-shares-frame';
import { phantomHost } from './different-machines/phantom-host';
import { placeholderIdentifier } from './different-machines/placeholder-identifier';
import { replacedInstance } from './different-machines/replaced-instance';
import { replica } from './different-machines/replica';
import { reusedName } from './different-machines/reused-name';
import { routerMac } from './different-machines/router-mac';
import { sameShortName } from './different-machines/same-short-name';
import { sharedAdapter } from './different-machines/shared-adapter';
import { truncatedName } from './different-machines/truncated-name';
import { unclear as unclearApart } from './different-machines/unclear';
import { addressChanged } from './one-machine/address-changed';
import { agentAndConnectorNotMerged } from './one-machine/agent-and-connector-not-merged';
import { agentAndScanNotMerged } from './one-machine/agent-and-scan-not-merged';
import { agentReinstalled } from './one-machine/agent-reinstalled';
import { agentReprovisioned } from './one-machine/agent-reprovisioned';
import { connectorRecord } from './one-machine/connector-record';
import { externalTwin as externalTwinOfOne } from './one-machine/external-twin';
import { passiveNotYetMerged } from './one-machine/passive-not-yet-merged';
import { randomMac } from './one-machine/random-mac';
import { reimaged } from './one-machine/reimaged';
import { renamed } from './one-machine/renamed';
import { severalInterfaces } from './one-machine/several-interfaces';
import { severalOperatingSystems } from './one-machine/several-operating-systems';
import { unclear as unclearOfOne } from './one-machine/unclear';
import { boardReplaced } from './one-record/board-replaced';
import { diskMoved } from './one-record/disk-moved';
import { identityCollision } from './one-record/identity-collision';
import { overMergedRecord } from './one-record/over-merged-record';
import { repeatedRecord } from './one-record/repeated-record';
import { severalSubscriptions } from './one-record/several-subscriptions';

export const MACHINE_CAUSES: readonly MachineCause[] = [
  agentReprovisioned,
  externalTwinOfOne,
  passiveNotYetMerged,
  agentAndConnectorNotMerged,
  connectorRecord,
  severalOperatingSystems,
  agentReinstalled,
  reimaged,
  severalInterfaces,
  agentAndScanNotMerged,
  randomMac,
  renamed,
  addressChanged,
  unclearOfOne,
];

export const APART_CAUSES: readonly ApartRule[] = [
  managementController,
  replica,
  containerSharesHost,
  clonedImage,
  partitionSharesFrame,
  placeholderIdentifier,
  clusterAddress,
  routerMac,
  phantomHost,
  sharedAdapter,
  overlappingNetworks,
  externalTwinApart,
  defaultName,
  truncatedName,
  sameShortName,
  replacedInstance,
  reusedName,
  homeNetworkAddress,
  addressReused,
  unclearApart,
];

export const RECORD_CAUSES: readonly CauseText[] = [
  identityCollision,
  overMergedRecord,
  diskMoved,
  boardReplaced,
  severalSubscriptions,
  repeatedRecord,
];

/** Every cause once, for help and for what people read of one. */
export const CAUSES: readonly CauseText[] = [...MACHINE_CAUSES, ...APART_CAUSES, ...RECORD_CAUSES].filter(
  ({ id }, at, all) => all.findIndex((other) => other.id === id) === at,
);
