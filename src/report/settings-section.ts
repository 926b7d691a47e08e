import { RULE_LABELS } from '../model/rule';
import type { DetectionSettings } from '../model/settings';
import { counted } from '../wording/counts';
import { plainColumns, summarySection, type TableSection } from './section';

const FIELD_LABELS = { name: 'Names', macAddress: 'MAC address', ipv4Address: 'IPv4 address' } as const;

/** Everything that changes what detection finds. */
export function settingsSections(settings: DetectionSettings): TableSection[] {
  return [
    summarySection({ id: 'settings', title: 'Settings', columns: [] }, [
      ['Fields compared', { note: settings.rules.map((rule) => RULE_LABELS[rule]).join(', ') || 'None' }],
      ['Values ignored', settings.matchExactly ? 'None: every shared value counts' : 'As listed below'],
      ['Interface addresses compared', settings.interfaceAddresses ? 'Yes' : 'No'],
      ['Assets whose only source is EASM', settings.leaveOutEasmOnly ? 'Left out' : 'Compared'],
      ['Shared widely', `From ${counted(settings.sharedWidelyFrom, 'asset')}`],
    ]),
    summarySection(
      {
        id: 'ignored-list',
        title: 'List of values to ignore',
        columns: plainColumns('Field', 'Value', 'Ignored', 'Reason'),
      },
      settings.ignored.map(({ field, pattern, reason, enabled }) => [
        FIELD_LABELS[field],
        pattern,
        enabled && !settings.matchExactly ? 'Yes' : 'No',
        { note: reason },
      ]),
    ),
  ];
}
