import type { EpochMilliseconds } from '../model/units';
import { MONTHS } from './months';

/** Local time as 25 May 2026 14:21; "" for never or unknown. */
export function timeText(time: EpochMilliseconds): string {
  if (Number.isNaN(time)) return '';
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  const clock = `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
  return `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()} ${clock}`;
}

const zoneName = new Intl.DateTimeFormat('en-US', { timeZoneName: 'longOffset' });
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
