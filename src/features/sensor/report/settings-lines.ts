import type { SectionCell } from '../../../report/section';
import { counted } from '../../../wording/counts';
import { DEFAULT_SENSOR_SETTINGS } from '../settings';
import type { AddressRange, SensorNetwork, SensorSettings } from '../types/settings';

/** One setting of the check in words, as the reports say it. */
export type SettingLine = readonly [what: string, value: SectionCell];

const NONE: SectionCell = { values: [], sensitivity: 'none', rest: 'None' };
const plain = (text: string): SectionCell => ({ values: [text], sensitivity: 'none' });

/** Every setting of the sensor check, in words. */
export function settingLines(settings: SensorSettings): SettingLine[] {
  const { domains, excludedHostnames, mobilePatterns, correlationIdField } = settings;
  const usual = mobilePatterns.join() === DEFAULT_SENSOR_SETTINGS.mobilePatterns.join();
  return [
    ['Network feature', plain(settings.networkFeature ? 'On' : 'Off: every address is in one network')],
    ['IP inactivity period', plain(counted(settings.ipInactivityHours, 'hour'))],
    ['Domains taken off host names', list(domains, 'name')],
    ['Excluded host names', list(excludedHostnames, 'name')],
    ['Words that identify a phone or tablet', list(mobilePatterns, usual ? 'none' : 'tag')],
    [
      'Correlation ID read from',
      correlationIdField === null ? plain('The usual names') : list([correlationIdField], 'tag'),
    ],
    ...Object.entries(settings.sourceClasses).map(
      ([source, sourceClass]): SettingLine => [`Source ${source}`, plain(`Read as ${sourceClass}`)],
    ),
    ...settings.networks.flatMap(networkLines),
    ...settings.ranges.map(rangeLine),
  ];
}

function list(values: readonly string[], sensitivity: 'none' | 'name' | 'tag' | 'address'): SectionCell {
  return values.length === 0 ? NONE : { values, sensitivity };
}

function networkLines({ name, sensors, ranges }: SensorNetwork, at: number): SettingLine[] {
  const label = `Network ${at + 1}`;
  return [
    [label, list([name], 'name')],
    [`${label}, sensors`, list(sensors, 'name')],
    [`${label}, ranges`, list(ranges, 'address')],
  ];
}

function rangeLine({ range, assignment, leaseHours, network }: AddressRange, at: number): SettingLine {
  const lease = assignment === 'dynamic' && leaseHours ? `, lease ${counted(leaseHours, 'hour')}` : '';
  const where = network ? ', in one network only' : '';
  return [
    `Range ${at + 1}`,
    { values: [range], sensitivity: 'address', rest: `${assignment}${lease}${where}` },
  ];
}
