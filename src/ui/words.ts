import { RULE_IDS, RULE_LABELS, RULES, type RuleId } from '../model/rule';
import type { EpochMilliseconds } from '../model/units';

const integer = new Intl.NumberFormat('en');
const oneDecimal = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 1096 → "1,096". */
export function countText(count: number): string {
  return integer.format(count);
}

/** 1, "asset" → "1 asset"; 2 → "2 assets". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${integer.format(count)} ${count === 1 ? one : many}`;
}

/** 25 → "25.0 %". */
export function percentText(percent: number): string {
  return `${oneDecimal.format(percent)} %`;
}

/** Bytes in the unit that people see in a file list: 441000000 → "441.0 MB". */
export function bytesText(bytes: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'];
  if (bytes < 1000) return counted(bytes, 'byte');
  let value = bytes;
  let unit = -1;
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${oneDecimal.format(value)} ${units[unit]}`;
}

/** Local time as 25 May 2026 14:21; "" for never or unknown. */
export function timeText(time: EpochMilliseconds): string {
  if (Number.isNaN(time)) return '';
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  const clock = `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
  return `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()} ${clock}`;
}

const zoneName = new Intl.DateTimeFormat('en', { timeZoneName: 'longOffset' });
const zonePlace = zoneName.resolvedOptions().timeZone;

/** The same time with seconds and the zone's name, for hovering. */
export function timeWithZone(time: EpochMilliseconds): string {
  const text = timeText(time);
  if (text === '') return '';
  const date = new Date(time);
  const zone = zoneName.formatToParts(date).find((part) => part.type === 'timeZoneName')?.value ?? '';
  return `${text}:${String(date.getSeconds()).padStart(2, '0')} ${zone} (${zonePlace})`;
}

/** 75 → "1 min 15 s". */
export function durationText(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes} min ${whole % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A group's canonical value as people read it: a MAC address with colons. */
export function valueText(rule: RuleId, value: string): string {
  if (RULES[rule].form !== 'mac' || !/^[0-9a-f]{12}$/.test(value)) return value;
  return value.match(/../g)!.join(':');
}

/** The rules of a set of bits (`Grouping.rulesOfAsset`), in their order. */
export function rulesOfBits(bits: number): RuleId[] {
  return RULE_IDS.filter((_, place) => (bits & (1 << place)) !== 0);
}

/** "Asset name and MAC address". */
export function rulesText(rules: readonly RuleId[]): string {
  const labels = rules.map((rule, place) =>
    place === 0 ? RULE_LABELS[rule] : lowerFirst(RULE_LABELS[rule]),
  );
  if (labels.length < 2) return labels.join('');
  return `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`;
}

/** "Asset name" → "asset name", but "MAC address" stays. */
export function lowerFirst(label: string): string {
  return /^[A-Z][a-z]/.test(label) && !label.startsWith('NetBIOS')
    ? label[0]!.toLowerCase() + label.slice(1)
    : label;
}

/** "Ctrl K" or "⌘ K". */
export function keysText(keys: { readonly key: string; readonly mod?: boolean }): string {
  return `${keys.mod === true ? (onMac() ? '⌘ ' : 'Ctrl ') : ''}${keys.key.toUpperCase()}`;
}

/** Whether Cmd takes the place of Ctrl. */
export function onMac(): boolean {
  return navigator.userAgent.includes('Mac OS');
}
