export { bytesText, counted, countText, percentText } from '../wording/counts';
export { durationText, timeText, timeWithZone } from '../wording/local-time';
export { alsoText, lowerFirst, rulesOfBits, rulesText, valueText } from '../wording/rules';

/** "Ctrl K" or "⌘ K". */
export function keysText(keys: { readonly key: string; readonly mod?: boolean }): string {
  return `${keys.mod === true ? (onMac() ? '⌘ ' : 'Ctrl ') : ''}${keys.key.toUpperCase()}`;
}

/** Whether Cmd takes the place of Ctrl. */
export function onMac(): boolean {
  return navigator.userAgent.includes('Mac OS');
}
