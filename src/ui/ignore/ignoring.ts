import type { OnProgress } from '../../client/api';
import { coversValue } from '../../identifiers/covers-value';
import type { Outcome } from '../../model/outcome';
import { RULES, type RuleId } from '../../model/rule';
import type { DetectionSettings, IgnoredEntry } from '../../model/settings';
import type { App } from '../context';
import { counted } from '../words';

/** What there would be less of than now. */
export interface Difference {
  readonly duplicateAssets: number;
  readonly groups: number;
  readonly clusters: number;
}

/** What ignoring asks of the engine. */
export interface IgnoreCalls {
  previewIgnored(entry: IgnoredEntry, onProgress: OnProgress): Promise<Outcome<Difference>>;
}

/** The entry for one value that assets share, as people write it. */
export function entryFor(rule: RuleId, value: string): IgnoredEntry {
  return { field: RULES[rule].ignored, pattern: value, reason: 'Ignored where it was shared', enabled: true };
}

/** Entries that stand on the list, switched off, and would, once on, ignore the value along with others of its kind. */
export function readyEntries(settings: DetectionSettings, rule: RuleId, value: string): IgnoredEntry[] {
  return settings.ignored
    .filter((entry) => !entry.enabled && entry.field === RULES[rule].ignored && coversValue(entry, value))
    .map((entry) => ({ ...entry, enabled: true }));
}

/** Whether the list as it is applied has the value. */
export function isIgnored(settings: DetectionSettings, entry: IgnoredEntry): boolean {
  return settings.ignored.some(
    (other) => other.enabled && other.field === entry.field && coversValue(other, entry.pattern),
  );
}

/** The settings with the entry on the list and on. */
export function withEntry(settings: DetectionSettings, entry: IgnoredEntry): DetectionSettings {
  const isSame = ({ field, pattern }: IgnoredEntry) => field === entry.field && pattern === entry.pattern;
  const others = settings.ignored.filter((other) => !isSame(other));
  const listed = settings.ignored.find(isSame) ?? entry;
  return { ...settings, ignored: [...others, { ...listed, enabled: true }] };
}

/** "1,653 fewer potential duplicates, 10 groups gone"; what becomes more is said as well. */
export function differenceText({ duplicateAssets, groups }: Difference): string {
  if (groups === 0 && duplicateAssets === 0) return 'no group changes';
  const duplicates =
    duplicateAssets === 0
      ? 'as many potential duplicates'
      : `${counted(Math.abs(duplicateAssets), `${duplicateAssets > 0 ? 'fewer' : 'more'} potential duplicate`)}`;
  if (groups === 0) return duplicates;
  return `${duplicates}, ${counted(Math.abs(groups), 'group')} ${groups > 0 ? 'gone' : 'more'}`;
}

/** Puts the entry on the list, finds duplicates anew, and says what that changed, with a way back. */
export async function ignore(app: App, entry: IgnoredEntry): Promise<void> {
  const before = app.session.result();
  if (before === null) return;
  if (!(await app.session.detect(withEntry(before.settings, entry)))) return;
  const after = app.session.result()?.summary ?? before.summary;
  const difference: Difference = {
    duplicateAssets: before.summary.duplicateAssets - after.duplicateAssets,
    groups: before.summary.groups - after.groups,
    clusters: before.summary.clusters - after.clusters,
  };
  app.toasts.say(
    `${entry.pattern} is ignored: ${differenceText(difference)}.`,
    () => void app.session.detect(before.settings),
  );
}
