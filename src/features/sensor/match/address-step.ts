import { listOf, sharedIds } from '../../../arrays/ragged-list';
import type { AssetIndex } from '../../../model/units';
import { sensorKey, sensorNames } from '../read/mobile';
import { assignmentWords, hourWords } from '../report/words';
import { CLASS, type Matching } from './matching';
import type { StepResult } from './step-result';

/** The IP criterion between a passive asset and one other, with network, time and, between passive ones, sensors. */
export function addressStep(matching: Matching, asset: AssetIndex, other: AssetIndex): StepResult {
  const { inventory, classes } = matching;
  const { table, ofAsset } = inventory.addresses;
  const text = (ip: number) => table.text(ip);
  const values = Array.from(listOf(ofAsset, asset), text);
  const otherValues = Array.from(listOf(ofAsset, other), text);
  const ips = sharedIds(ofAsset, asset, other);
  const both = { values, otherValues, shared: ips.map(text) };
  if (values.length === 0 || otherValues.length === 0) {
    const which =
      values.length > 0 ? 'the other asset' : otherValues.length > 0 ? 'the passive asset' : 'neither';
    const words = which === 'neither' ? 'neither has an IP address' : `${which} has no IP address`;
    return { ending: 'not-available', text: `N/A: ${words}.`, ...both };
  }
  if (ips.length === 0)
    return { ending: 'different', text: 'Both have an IP address, and share none.', ...both };
  const ip = both.shared.join(', ');
  if (classes[asset] === CLASS.caps || classes[other] === CLASS.caps) {
    const words = `Both have the address ${ip}, but Cloud Agent Passive Sensing never matches by IP address.`;
    return { ending: 'not-applicable', text: words, ...both };
  }
  const pairs = sharedIds(matching.addresses.ofAsset, asset, other);
  if (pairs.length === 0) return otherNetwork(matching, asset, other, ips, both);
  if (classes[other] !== CLASS.managed) {
    const refused = passiveOnly(matching, asset, other, ip);
    if (refused !== null) return { ...refused, ...both };
  }
  return timeStep(matching, asset, other, pairs, both);
}

type Both = Pick<StepResult, 'values' | 'otherValues' | 'shared'>;

function otherNetwork(
  matching: Matching,
  asset: AssetIndex,
  other: AssetIndex,
  ips: readonly number[],
  both: Both,
): StepResult {
  const { networks } = matching.addresses;
  const label = (of: AssetIndex) =>
    networks
      .of(of, ips[0]!)
      .networks.map((network) => networks.label(network))
      .join(', ');
  const text = `Both have the address ${both.shared.join(', ')}, but in different networks: ${label(asset)} and ${label(other)}.`;
  return { ending: 'other-network', text, ...both };
}

/** What the criterion asks of two passive assets beyond address and network. */
function passiveOnly(
  matching: Matching,
  asset: AssetIndex,
  other: AssetIndex,
  ip: string,
): Pick<StepResult, 'ending' | 'text' | 'defaults'> | null {
  const { dataset } = matching.inventory;
  if (matching.hasMac(asset) || matching.hasMac(other)) {
    const text = `Both have the address ${ip}, but a MAC address was learnt: passive assets then do not match by IP address.`;
    return { ending: 'not-applicable', text };
  }
  if (sensorKey(dataset, asset) !== sensorKey(dataset, other)) return null;
  const sensors = sensorNames(dataset, asset).join(', ');
  return {
    ending: 'same-sensor',
    text: `Both have the address ${ip}, but one sensor reported both (${sensors}): it takes different sensors.`,
  };
}

function timeStep(
  matching: Matching,
  asset: AssetIndex,
  other: AssetIndex,
  pairs: readonly number[],
  both: Both,
): StepResult {
  const { addresses, timing, inventory } = matching;
  const widest = pairs.reduce((a, b) => (addresses.windows[b]! > addresses.windows[a]! ? b : a));
  const window = addresses.windows[widest]!;
  const address = inventory.addresses.table.address(addresses.ip(widest));
  const ip = inventory.addresses.table.text(addresses.ip(widest));
  const found = addresses.assignments.at(address, addresses.network(widest));
  const where = `${ip} in ${addresses.networks.label(addresses.network(widest))}`;
  const defaults = defaultsOf(matching, asset, other, found.range);
  if (window === Number.POSITIVE_INFINITY) {
    const text = `Both have the static address ${where} (${found.range}): no time condition.`;
    return { ending: 'same', text, ...both, defaults };
  }
  const apart = Math.abs(timing.lastSeen[asset]! - timing.lastSeen[other]!);
  const why = assignmentWords(found.range, found.assignment, found.lease);
  if (Number.isNaN(apart)) {
    const text = `Both have the dynamic address ${where}, but the export does not say when both were last seen, so the time was not evaluated. The time takes lastUpdated of their sources.`;
    return { ending: 'not-evaluated', text, ...both, defaults };
  }
  if (apart <= window) {
    const text = `Both have the dynamic address ${where}, last seen ${hourWords(apart)} apart, within ${hourWords(window)} (${why}).`;
    return { ending: 'same', text, ...both, defaults };
  }
  const text = `Both have the dynamic address ${where}, but were last seen ${hourWords(apart)} apart: ${hourWords(apart - window)} outside the window of ${hourWords(window)} (${why}).`;
  return { ending: 'outside-window', text, ...both, defaults };
}

function defaultsOf(
  matching: Matching,
  asset: AssetIndex,
  other: AssetIndex,
  range: string | null,
): string[] {
  const { dataset } = matching.inventory;
  const defaults: string[] = [];
  if (range === null)
    defaults.push('An address in no configured range counts as dynamic (Doublet’s assumption).');
  const unnamed = [asset, other].some((of) => sensorNames(dataset, of).length === 0);
  if (matching.classes[other] !== CLASS.managed && unnamed) {
    defaults.push(
      'The export does not name the sensor, so each record counts as a sensor of its own (Doublet’s assumption).',
    );
  }
  return defaults;
}
