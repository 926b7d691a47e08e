import type { Answer, Decision } from '../../../../model/decision';
import type { QueueOrder, QueuePart } from '../../../../model/review-queue';
import { counted, durationText, timeText } from '../../../../ui/words';
import type { ReviewFigures } from '../../types';

export const ANSWER_WORDS: Readonly<Record<Answer, string>> = {
  same: 'one machine',
  different: 'different machines',
  notSure: 'not sure',
};

export const PART_WORDS: Readonly<Record<QueuePart, string>> = {
  left: 'Left',
  asked: 'Asked again',
  notSure: 'Not sure',
  conflicts: 'Conflicts',
  sample: 'Second look',
  decided: 'Decided',
};

/** What each part of the queue is, for hovering and for an empty one. */
export const PART_NOTES: Readonly<Record<QueuePart, string>> = {
  left: 'Questions that want an answer',
  asked: 'Answered before, but what the answer rested on has changed',
  notSure: 'Answered “not sure”',
  conflicts: 'Decisions of several people that contradict each other',
  sample: 'Questions that others answered, to answer a second time without seeing how',
  decided: 'Questions that are answered',
};

export const ORDER_WORDS: Readonly<Record<QueueOrder, string>> = {
  freed: 'most records freed first',
  risk: 'riskiest first',
  bridges: 'weakest bridges first',
  cause: 'by cause',
};

/** Length of the part of the queue. */
export function partCount(figures: ReviewFigures, part: QueuePart): number {
  return figures[part];
}

/** "About 12 min left", by the pace of this session; "" where that is not known. */
export function timeLeftText({ left, perHour }: Pick<ReviewFigures, 'left' | 'perHour'>): string {
  if (perHour === null || perHour <= 0 || left === 0) return '';
  const minutes = Math.ceil((left / perHour) * 60);
  return minutes < 60 ? `about ${minutes} min` : `about ${durationText(minutes * 60)}`;
}

/** "One machine: 101, 102, keep 102". */
export function decisionText({ answer, assetIds, keep }: Decision): string {
  const words = answer === null ? 'taken back' : ANSWER_WORDS[answer];
  const ids =
    assetIds.slice(0, 6).join(', ') + (assetIds.length > 6 ? ` and ${assetIds.length - 6} more` : '');
  return `${words}: ${ids}${keep === null ? '' : `; keep ${keep}`}`;
}

/** "by Ann, 25 May 2026 14:21". */
export function byText({ by, at }: Pick<Decision, 'by' | 'at'>): string {
  return `${by === '' ? 'without a name' : `by ${by}`}, ${timeText(at)}`;
}

/** "47 decisions only in this browser". */
export function onlyHereText(count: number, keptIn: 'browser' | 'page'): string {
  return `${counted(count, 'decision')} only in this ${keptIn}`;
}

/** "web01" of "web01 and 2 other records". */
export function shortTitle(title: string): string {
  return title.replace(/ and [\d,]+ other records?$/, '');
}
