import type { SettingChange } from '../types';

/** Entries of a list that are named in a difference. */
const MOST_NAMED = 3;
const LONGEST = 80;

/** What people call a setting, by its name. */
type Labels = Readonly<Record<string, string>>;

/** What differs between two values of settings, each as a person reads it; members of objects one by one. */
export function differencesOf(
  before: unknown,
  after: unknown,
  labels: Labels = {},
  path = '',
): SettingChange[] {
  if (sortedText(before) === sortedText(after)) return [];
  if (isPlain(before) && isPlain(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) =>
      differencesOf(before[name], after[name], labels, path === '' ? name : `${path}.${name}`),
    );
  }
  const isList = Array.isArray(before) && Array.isArray(after);
  const [was, is] = isList ? listTexts(before, after) : [valueText(before), valueText(after)];
  return [{ name: path, label: labels[path] ?? labelOf(path), before: was, after: is }];
}

/** "7 entries", and what was added and left out; the order alone as such. */
function listTexts(before: readonly unknown[], after: readonly unknown[]): [string, string] {
  const [old, fresh] = [before.map(sortedText), after.map(sortedText)];
  const added = after.filter((_, at) => !old.includes(fresh[at]!));
  const left = before.filter((_, at) => !fresh.includes(old[at]!));
  const said = [named('with', added), named('without', left)].filter((one) => one !== '').join('; ');
  return [countText(before), `${countText(after)}, ${said === '' ? 'in another order' : said}`];
}

function countText({ length }: readonly unknown[]): string {
  return length === 1 ? '1 entry' : `${length} entries`;
}

function named(word: string, entries: readonly unknown[]): string {
  if (entries.length === 0) return '';
  const shown = entries.slice(0, MOST_NAMED).map((entry) => `“${valueText(entry)}”`);
  const more = entries.length > MOST_NAMED ? ` and ${entries.length - MOST_NAMED} more` : '';
  return `${word} ${shown.join(', ')}${more}`;
}

function valueText(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  const text = isPlain(value)
    ? Object.values(value)
        .map((one) => valueText(one))
        .join(', ')
    : Array.isArray(value)
      ? value.map(valueText).join(', ')
      : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** "Shared widely from" of `sharedWidelyFrom`. */
function labelOf(path: string): string {
  const words = path
    .replace(/\./g, ', ')
    .replace(/([a-z\d])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same text for values that differ in the order of members only. */
function sortedText(value: unknown): string {
  return (
    JSON.stringify(value, (_, member: unknown) =>
      isPlain(member)
        ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
        : member,
    ) ?? 'undefined'
  );
}
