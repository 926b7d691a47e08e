import { codesAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { AssetIndex } from '../../../model/units';
import type { SensorSettings } from '../types/settings';
import { matchesWildcard } from './wildcard';

/**
 * Tells phones and tablets: `hardware.category` or `operatingSystem.category` holds one of the patterns,
 * without regard to case (ours).
 */
export function mobileTeller(dataset: Dataset, settings: SensorSettings): (asset: AssetIndex) => boolean {
  const { hardwareCategory, operatingSystemCategory } = dataset.columns;
  const patterns = settings.mobilePatterns.map((pattern) => `*${pattern.trim().toLowerCase()}*`);
  const tells = (text: string) => {
    const lower = text.toLowerCase();
    return text !== '' && patterns.some((pattern) => matchesWildcard(pattern, lower));
  };
  const hardware = hardwareCategory.dictionary.map(tells);
  const system = operatingSystemCategory.dictionary.map(tells);
  return (asset) =>
    hardware[hardwareCategory.codes[asset] ?? 0] === true ||
    system[operatingSystemCategory.codes[asset] ?? 0] === true;
}

/**
 * Which sensors reported the asset, as one key: the sorted names. Where the export does not name any, the
 * record counts as a sensor of its own (ours).
 */
export function sensorKey(dataset: Dataset, asset: AssetIndex): string {
  const names = sensorNames(dataset, asset).map((name) => name.toLowerCase());
  return names.length === 0 ? `#${asset}` : names.sort().join('\n');
}

export function sensorNames(dataset: Dataset, asset: AssetIndex): string[] {
  const names = codesAt(dataset.columns.sensorName, asset).map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}
