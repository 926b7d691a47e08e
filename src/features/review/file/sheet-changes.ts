import type { Journal } from '../journal/journal';
import type { Change } from '../journal/steps';
import { type AnswerTo, changesBy, type Deciding } from '../queue/decide';
import { findQuestion } from '../queue/find-question';
import { basisSum, wholeAnswer } from '../report/review-sheet';
import type { ReviewState } from '../standing/review-state';
import type { Unread } from '../types';
import type { SheetAnswer } from './read-sheet';

/** What filled-in rows come to in the open dataset. */
export interface SheetOutcome {
  readonly answers: readonly AnswerTo[];
  /** Rows that say what is decided already. */
  readonly known: number;
  /** Rows about records that are not in the open dataset, or not as the sheet saw them, and what else cannot be taken. */
  readonly unread: readonly Unread[];
}

/** Finds the questions of filled-in rows. A row whose records changed since is never taken: its question is asked. */
export function readAnswers(state: ReviewState, rows: readonly SheetAnswer[]): SheetOutcome {
  const answers: AnswerTo[] = [];
  const unread: Unread[] = [];
  const asked = new Set<string>();
  let known = 0;
  for (const row of rows) {
    const read = answerFor(state, row);
    if (typeof read === 'string') unread.push({ place: row.place, why: read });
    else if (read === null) known++;
    else if (asked.has(row.question))
      unread.push({ place: row.place, why: 'An earlier row answers this question.' });
    else answers.push(read);
    asked.add(row.question);
  }
  return { answers, known, unread };
}

/** `null`: it is decided so already. A text says why the row cannot be taken. */
function answerFor(state: ReviewState, row: SheetAnswer): AnswerTo | string | null {
  const question = findQuestion(state, row.question);
  if (question === null)
    return 'The open dataset does not ask this question: its records are not there, or no longer belong together.';
  if (basisSum(state, question.assets) !== row.basis)
    return 'The records have changed since the sheet was made: answer it on the screen, where the difference is shown.';
  const keep = row.keep === '' ? null : state.find(row.keep);
  if (keep !== null && row.answer !== 'same') return 'A record to keep goes with the answer “same” only.';
  if (keep !== null && !question.assets.includes(keep))
    return `The record to keep, “${row.keep.slice(0, 60)}”, is not one of the records of this row.`;
  const before = wholeAnswer(state, question);
  const isSame = before?.answer === row.answer && before.keep === row.keep;
  // A cell has no line breaks.
  if (isSame && before.note.replace(/\s+/g, ' ').trim() === row.note.replace(/\s+/g, ' ')) return null;
  return { question, answer: row.answer, parts: [question.assets], keep, note: row.note };
}

/** The changes that the rows make, in one step. */
export function sheetChanges(
  state: ReviewState,
  journal: Journal,
  answers: readonly AnswerTo[],
  deciding: Deciding,
): Change[] {
  return answers.flatMap((answer) => changesBy(state, journal, answer, deciding));
}
