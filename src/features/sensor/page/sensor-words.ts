import type { VerdictColumn } from '../types/list';
import type { AssetClass, SensorCriterion, SensorOutcome, StepEnding } from '../types/result';
import type { SourceClass } from '../types/settings';

/** The outcomes in so few words that they fit a column and a chip. */
export const OUTCOME_WORDS: Readonly<Record<SensorOutcome, string>> = {
  merges: 'Merges',
  'merges-passive': 'Merges with passive',
  separate: 'Stays separate',
};

/** The criteria in so few words that they fit a column. */
export const CRITERION_WORDS: Readonly<Record<SensorCriterion, string>> = {
  correlationId: 'Correlation ID',
  macAddress: 'MAC',
  hostname: 'Host name',
  ipAddress: 'IP and network',
};

export const COLUMN_LABELS: Readonly<Record<VerdictColumn, string>> = {
  assetId: 'Asset ID',
  name: 'Name',
  address: 'Address',
  lastSeen: 'Last seen',
  outcome: 'Verdict',
  criterion: 'Criterion',
  row: 'Row',
  with: 'With',
  group: 'Passive group',
};

export const ENDING_WORDS: Readonly<Record<StepEnding, string>> = {
  same: 'same',
  different: 'different',
  'not-available': 'N/A',
  excluded: 'excluded',
  mobile: 'mobile device',
  'same-sensor': 'same sensor',
  'other-network': 'other network',
  'outside-window': 'outside the window',
  'not-evaluated': 'not evaluated',
  'not-applicable': 'does not apply',
  'not-reached': 'not reached',
};

export const CLASS_WORDS: Readonly<Record<AssetClass, string>> = {
  managed: 'Managed',
  passive: 'Passive',
  caps: 'Passive, by Cloud Agent Passive Sensing',
  other: 'Other',
};

export const SOURCE_CLASS_WORDS: Readonly<Record<SourceClass, string>> = {
  managed: 'Managed',
  passive: 'Passive',
  other: 'Other, not checked',
};
