import { RULE_LABELS } from '../model/rule';
import type { DetectionSettings } from '../model/settings';
import { plainColumns, summarySection, type TableSection } from './section';

const yesNo = (on: boolean) => (on ? 'On' : 'Off');

const FIELD_LABELS = { name: 'Names', macAddress: 'MAC address', ipv4Address: 'IPv4 address' } as const;

/** Everything that changes what detection finds. */
export function settingsSections(settings: DetectionSettings): TableSection[] {
  return [
    summarySection({ id: 'settings', title: 'Settings', columns: [] }, [
      ['Fields compared', { note: settings.rules.map((rule) => RULE_LABELS[rule]).join(', ') || 'None' }],
      [
        'Match exactly',
        yesNo(settings.matchExactly),
        { note: 'On: the list of ignored values is not applied' },
      ],
      ['Addresses of interfaces count', yesNo(settings.interfaceAddresses)],
      ['Assets whose only source is EASM', settings.leaveOutEasmOnly ? 'Left out' : 'Compared'],
      ['Pointed out as shared widely from', settings.sharedWidelyFrom, 'assets'],
    ]),
    summarySection(
      {
        id: 'ignored-list',
        title: 'List of values to ignore',
        columns: plainColumns('Field', 'Value', '', 'Reason'),
      },
      settings.ignored.map(({ field, pattern, reason, enabled }) => [
        FIELD_LABELS[field],
        pattern,
        yesNo(enabled && !settings.matchExactly),
        { note: reason },
      ]),
    ),
  ];
}
