import { hasAny, listOf, type RaggedList, sharedIds } from '../../../arrays/ragged-list';
import type { AssetIndex } from '../../../model/units';
import { coverageOf } from '../list/figures';
import { formatMac } from '../read/mac-addresses';
import { type CriterionStep, SENSOR_CRITERIA, type SensorCriterion } from '../types/result';
import { addressStep } from './address-step';
import type { KeyIndex } from './key-index';
import { CLASS, type Matching } from './matching';
import type { StepResult } from './step-result';

/**
 * Tries the criteria between a passive asset and one other, in their order. The first that holds decides;
 * those after it are shown but were not needed. Correlation ID is no criterion between passive assets.
 */
export function criterionSteps(matching: Matching, asset: AssetIndex, other: AssetIndex): CriterionStep[] {
  const managed = matching.classes[other] === CLASS.managed;
  let decided = false;
  return SENSOR_CRITERIA.filter((criterion) => managed || criterion !== 'correlationId').map((criterion) => {
    const result = stepOf(matching, asset, other, criterion);
    const decides = !decided && result.ending === 'same';
    const step: CriterionStep = {
      criterion,
      ...result,
      ending: decided ? 'not-reached' : result.ending,
      text: decided ? `Not needed: a criterion before it holds. ${result.text}` : result.text,
      decides,
      defaults: result.defaults ?? [],
      candidates: candidatesOf(matching, asset, criterion),
    };
    decided ||= decides;
    return step;
  });
}

function stepOf(
  matching: Matching,
  asset: AssetIndex,
  other: AssetIndex,
  criterion: SensorCriterion,
): StepResult {
  const coverage = coverageOf(matching)[criterion];
  if (!coverage.evaluated) {
    return {
      ending: 'not-evaluated',
      text: `Not in this export; it takes ${coverage.suppliedBy}.`,
      values: [],
      otherValues: [],
      shared: [],
    };
  }
  if (criterion === 'correlationId') return correlationStep(matching, asset, other);
  if (criterion === 'macAddress') return macStep(matching, asset, other);
  return criterion === 'hostname'
    ? hostnameStep(matching, asset, other)
    : addressStep(matching, asset, other);
}

function correlationStep(matching: Matching, asset: AssetIndex, other: AssetIndex): StepResult {
  const { table, ofAsset } = matching.correlation;
  return compare(ofAsset, asset, other, (id) => table.text(id), 'correlation ID');
}

function macStep(matching: Matching, asset: AssetIndex, other: AssetIndex): StepResult {
  const { macs } = matching.inventory;
  const result = compare(macs.ofAsset, asset, other, (mac) => formatMac(macs, mac), 'MAC address');
  return {
    ...result,
    defaults: ['MAC addresses of all zeros or all ones do not count as learnt (our choice).'],
  };
}

/** Same, different or N/A by plain values. */
function compare(
  keys: RaggedList,
  asset: AssetIndex,
  other: AssetIndex,
  text: (id: number) => string,
  what: string,
): StepResult {
  const values = Array.from(listOf(keys, asset), text);
  const otherValues = Array.from(listOf(keys, other), text);
  const shared = sharedIds(keys, asset, other).map(text);
  const both = { values, otherValues, shared };
  if (shared.length > 0)
    return { ending: 'same', text: `Both have the ${what} ${shared.join(', ')}.`, ...both };
  if (values.length > 0 && otherValues.length > 0) {
    return { ending: 'different', text: `Both have a ${what}, and share none.`, ...both };
  }
  return { ending: 'not-available', text: missing(values, otherValues, what), ...both };
}

function missing(values: readonly string[], otherValues: readonly string[], what: string): string {
  if (values.length === 0 && otherValues.length === 0) return `N/A: neither has a ${what}.`;
  return `N/A: ${values.length === 0 ? 'the passive asset' : 'the other asset'} has no ${what}.`;
}

function hostnameStep(matching: Matching, asset: AssetIndex, other: AssetIndex): StepResult {
  const { hostnames, inventory, classes, settings } = matching;
  const { table, ofAsset } = inventory.hostnames;
  const text = (id: number) => table.text(id);
  const names = compare(ofAsset, asset, other, text, 'host name');
  const defaults =
    settings.domains.length > 0 ? ['Any one configured domain is taken off a name, once (our choice).'] : [];
  const shared = sharedIds(hostnames.ofAsset, asset, other).map(text);
  const base = { ...names, defaults };
  if (shared.length === 0) {
    const excluded = sharedIds(hostnames.ofAssetWithExcluded, asset, other).map(text);
    if (excluded.length === 0) return base;
    const words = `Both have the host name ${excluded.join(', ')}, but it is on the exclusion list.`;
    return { ...base, ending: 'excluded', text: words, shared: excluded };
  }
  const caps = classes[asset] === CLASS.caps && classes[other] === CLASS.managed;
  if (caps && matching.hasMac(other)) {
    const words = `Both have the host name ${shared.join(', ')}, but the managed asset has a MAC address: Cloud Agent Passive Sensing then matches by MAC only.`;
    return { ...base, ending: 'not-applicable', text: words, shared };
  }
  if (classes[other] !== CLASS.managed && (matching.isMobile(asset) || matching.isMobile(other))) {
    const words = `Both have the host name ${shared.join(', ')}, but passive mobile devices are not matched by host name.`;
    return { ...base, ending: 'mobile', text: words, shared };
  }
  const exact = names.ending === 'same';
  const how = exact ? '' : ' once the configured domains are taken off';
  return { ...base, ending: 'same', text: `Both have the host name ${shared.join(', ')}${how}.`, shared };
}

/** Most candidates that are counted; beyond, the number says nothing more. */
const MOST_COUNTED = 1000;

function candidatesOf(matching: Matching, asset: AssetIndex, criterion: SensorCriterion): number {
  const { managed, correlation, inventory, hostnames, addresses } = matching;
  const [index, keys]: readonly [KeyIndex, RaggedList] = {
    correlationId: [managed.correlation, correlation.ofAsset] as const,
    macAddress: [managed.mac, inventory.macs.ofAsset] as const,
    hostname: [managed.hostname, hostnames.ofAsset] as const,
    ipAddress: [managed.networkAddress, addresses.ofAsset] as const,
  }[criterion];
  if (!hasAny(keys, asset)) return 0;
  const found = new Set<number>();
  for (const key of listOf(keys, asset)) {
    for (const candidate of listOf(index.lists, key)) {
      if (found.add(candidate).size >= MOST_COUNTED) return MOST_COUNTED;
    }
  }
  return found.size;
}
