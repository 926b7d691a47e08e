import type { CauseId } from '../../../model/judgement';
import { counted } from '../../../wording/counts';
import type { ReviewState } from '../standing/review-state';
import type { ReviewFigures } from '../types';
import { sampleFor } from './sample';

interface ByCause {
  decided: number;
  notSure: number;
  left: number;
  freed: number;
}

/** What only the proposals say: once for each state. */
interface Base {
  readonly byCause: ReadonlyMap<CauseId, number>;
  readonly freed: number;
}

const bases = new WeakMap<ReviewState, Base>();

function baseOf(state: ReviewState): Base {
  const known = bases.get(state);
  if (known !== undefined) return known;
  const byCause = new Map<CauseId, number>();
  let freed = 0;
  for (const { cause, redundant } of state.questions.all) {
    byCause.set(cause, (byCause.get(cause) ?? 0) + 1);
    freed += redundant.length;
  }
  const base = { byCause, freed };
  bases.set(state, base);
  return base;
}

/** The figures of the review; linear in the decisions, not in the questions. */
export function figuresOf(
  state: ReviewState,
  by: string,
  onlyHere: number,
  perHour: number | null,
): ReviewFigures {
  const base = baseOf(state);
  const byCause = new Map<CauseId, ByCause>();
  for (const [cause, left] of base.byCause) byCause.set(cause, { decided: 0, notSure: 0, left, freed: 0 });
  const of = (cause: CauseId): ByCause => {
    const known = byCause.get(cause) ?? { decided: 0, notSure: 0, left: 0, freed: 0 };
    byCause.set(cause, known);
    return known;
  };
  const counts = { left: 0, asked: 0, conflict: 0, notSure: 0, decided: 0 };
  let freedIfAll = base.freed;
  let own = 0;
  let both = 0;
  let agree = 0;
  for (const [question, { stands, names, agree: agrees }] of state.answeredQuestions()) {
    const { status } = stands;
    const cause = of(question.cause);
    counts[status]++;
    if (question.kind === 'own') {
      own++;
      cause.left++;
    }
    if (isAnswered(status)) {
      cause.left--;
      freedIfAll -= question.redundant.length;
    }
    if (status === 'decided') cause.decided++;
    if (status === 'notSure') cause.notSure++;
    if (names.length < 2) continue;
    both++;
    if (agrees) agree++;
  }
  let freed = 0;
  for (const machine of state.standing.machines()) {
    const { redundant, cause } = state.settled(machine);
    freed += redundant.length;
    of(cause).freed += redundant.length;
  }
  const questions = state.questions.all.length + own;
  return {
    questions,
    decided: counts.decided,
    left: questions - counts.decided - counts.notSure,
    asked: counts.asked,
    notSure: counts.notSure,
    conflicts: counts.conflict,
    sample: sampleFor(state, by).length,
    elsewhere: state.elsewhere,
    freed,
    freedIfAll,
    byCause: [...byCause]
      .map(([cause, figures]) => ({ cause, title: state.source.causeText(cause).title, ...figures }))
      .filter(({ decided, notSure, left, freed: freedOf }) => decided + notSure + left + freedOf > 0)
      .sort((a, b) => b.left - a.left || b.decided - a.decided || (a.cause < b.cause ? -1 : 1)),
    onlyHere,
    perHour,
    agreement: both === 0 ? null : { both, agree: agree / both },
  };
}

/** Whether a question wants no answer any more. */
export function isAnswered(status: string): boolean {
  return status === 'decided' || status === 'notSure';
}

/** Why nothing is left that is worth the time; `null` while there is. */
export function endOf(state: ReviewState, figures: ReviewFigures): string | null {
  if (figures.questions === 0)
    return 'There is nothing to decide: no records of this dataset look like one machine.';
  if (figures.asked > 0 || figures.conflicts > 0) return null;
  const { all, couldFree } = state.questions;
  let left = 0;
  for (const [at, question] of all.entries()) {
    if (isAnswered(state.stands(question).status)) continue;
    if (couldFree[at]! > 0) return null;
    left++;
  }
  const freed = counted(figures.freed, 'record');
  const done = `Nothing is left that is worth your time: ${counted(figures.decided, 'question is', 'questions are')} decided, which frees ${freed}.`;
  const unsure =
    figures.notSure === 0 ? '' : ` ${counted(figures.notSure, 'is', 'are')} answered “not sure”.`;
  const open =
    left === 0
      ? ''
      : ` ${counted(left, 'other', 'others')} would free no record, whatever you answer: their records are alive, in conflict, or go away by themselves.`;
  return done + unsure + open;
}
