import type { Answer } from '../../../model/decision';
import { assetTitle } from '../../../wording/asset-title';
import { counted } from '../../../wording/counts';
import type { Journal, LoggedStep } from '../journal/journal';
import { questionOfDecision } from '../queue/find-question';
import { questionId } from '../queue/questions';
import type { ReviewState } from '../standing/review-state';
import type { HistoryEntry } from '../types';

/** The steps, newest first. */
export function historyOf(
  journal: Journal,
  state: ReviewState | null,
  from: number,
  count: number,
): HistoryEntry[] {
  const shown = journal.steps.filter(({ step }) => step.kind !== 'saved');
  const newest = Math.max(0, shown.length - from);
  return shown
    .slice(Math.max(0, newest - count), newest)
    .reverse()
    .map((logged) => entryOf(state, logged));
}

function entryOf(state: ReviewState | null, { step, before, undone }: LoggedStep): HistoryEntry {
  const at = step.changes.findIndex(({ forms }, place) => forms.length + before[place]!.length > 0);
  const decision = at < 0 ? null : (step.changes[at]!.forms[0] ?? before[at]![0] ?? null);
  const first = decision?.assetIds[0];
  const asset = first === undefined || state === null ? -1 : state.find(first);
  const title = asset < 0 || state === null ? (first ?? '') : assetTitle(state.dataset, asset);
  const question = decision === null || state === null ? null : questionOfDecision(state, decision);
  return {
    decision,
    item: question === null || state === null ? null : questionId(state.dataset, question.assets),
    more: Math.max(0, step.changes.length - 1),
    title,
    at: step.at,
    what: step.what,
    undone,
  };
}

const WORDS: Readonly<Record<Answer, readonly [one: string, many: string]>> = {
  same: ['one machine', 'each one machine'],
  different: ['different machines', 'different machines'],
  notSure: ['not sure', 'not sure'],
};

/** A step in words: `web01: 2 records are one machine`. */
export function answerWords(title: string, answer: Answer, records: number, parts: number): string {
  if (parts > 1) return `${title}: split into ${parts} machines`;
  if (answer === 'notSure') return `${title}: not sure`;
  return `${title}: ${counted(records, 'record')} are ${WORDS[answer][0]}`;
}

/** A template in words. */
export function templateWords(cause: string, answer: Answer, questions: number): string {
  return `${counted(questions, 'question')} of “${cause}”: ${WORDS[answer][1]}`;
}
