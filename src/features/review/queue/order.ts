import type { Strength } from '../../../model/judgement';
import type { Watch } from '../../../model/progress';
import type { QueueOrder, QueuePart } from '../../../model/review-queue';
import { Slices } from '../../../model/slices';
import type { ReviewState } from '../standing/review-state';
import type { Status } from '../standing/standing';
import type { QueueQuery } from '../types';
import { weakestSum } from './bridges';
import type { Question } from './questions';
import { sampleFor, samplePlace } from './sample';

/** A queue of questions in its order. */
export interface Queue {
  readonly query: QueueQuery;
  readonly questions: readonly Question[];
  readonly placeOf: ReadonlyMap<Question, number>;
  /** The place of the first question that comes at the place of `question` or behind it; the length where none does. */
  from(question: Question): number;
}

const PARTS: Readonly<Record<Exclude<QueuePart, 'sample'>, readonly Status[]>> = {
  left: ['left', 'asked', 'conflict'],
  asked: ['asked'],
  notSure: ['notSure'],
  conflicts: ['conflict'],
  decided: ['decided'],
};

/** Makes the queue that a query asks for. Linear but for sorting; the weakest bridges are weighed once for each state. */
export async function makeQueue(
  state: ReviewState,
  query: QueueQuery,
  by: string,
  watch: Watch,
): Promise<Queue> {
  const found = questionsOf(state, query.part, by).filter(
    ({ cause, strength }) =>
      (query.cause === null || cause === query.cause) &&
      (query.strength === null || strength === query.strength),
  );
  const compare =
    query.part === 'sample'
      ? (a: Question, b: Question) => samplePlace(state.dataset, a) - samplePlace(state.dataset, b)
      : await orderOf(state, query.order, found, watch);
  const questions = found.sort(
    (a, b) => compare(a, b) || a.assets[0]! - b.assets[0]! || a.assets.length - b.assets.length,
  );
  return {
    query,
    questions,
    placeOf: new Map(questions.map((question, at) => [question, at])),
    from: (question) => {
      const at = questions.findIndex(
        (other) =>
          other === question || (compare(other, question) || other.assets[0]! - question.assets[0]!) >= 0,
      );
      return at < 0 ? questions.length : at;
    },
  };
}

function questionsOf(state: ReviewState, part: QueuePart, by: string): Question[] {
  if (part === 'sample') return sampleFor(state, by);
  const wanted = PARTS[part];
  if (!wanted.includes('left'))
    return [...state.answeredQuestions()]
      .filter(([, { stands }]) => wanted.includes(stands.status))
      .map(([question]) => question);
  return [...state.questions.all, ...state.ownQuestions()].filter((question) =>
    wanted.includes(state.stands(question).status),
  );
}

type Compare = (a: Question, b: Question) => number;

const STRENGTH_RANK: Readonly<Record<Strength, number>> = { strong: 0, likely: 1, weak: 2 };
const rankOf = ({ strength }: Question) => (strength === null ? 3 : STRENGTH_RANK[strength]);
const byFreed: Compare = (a, b) => b.redundant.length - a.redundant.length || rankOf(a) - rankOf(b);

async function orderOf(
  state: ReviewState,
  order: QueueOrder,
  questions: readonly Question[],
  watch: Watch,
): Promise<Compare> {
  if (order === 'freed') return byFreed;
  if (order === 'cause') {
    const freed = new Map<string, number>();
    for (const { cause, redundant } of state.questions.all)
      freed.set(cause, (freed.get(cause) ?? 0) + redundant.length);
    const of = ({ cause }: Question) => freed.get(cause) ?? 0;
    return (a, b) => of(b) - of(a) || (a.cause === b.cause ? 0 : a.cause < b.cause ? -1 : 1) || byFreed(a, b);
  }
  const sums = await weigh(state, questions, watch);
  const sumOf = (question: Question) => sums.get(question) ?? Number.POSITIVE_INFINITY;
  // What would be listed on the weakest ground comes first; what lists nothing does no harm.
  if (order === 'risk') {
    const lists = ({ redundant }: Question) => (redundant.length > 0 ? 0 : 1);
    return (a, b) => lists(a) - lists(b) || sumOf(a) - sumOf(b) || byFreed(a, b);
  }
  const joins = ({ assets }: Question) => (assets.length > 2 ? 0 : 1);
  return (a, b) => joins(a) - joins(b) || sumOf(a) - sumOf(b) || byFreed(a, b);
}

const weighed = new WeakMap<ReviewState, Map<Question, number>>();

async function weigh(state: ReviewState, questions: readonly Question[], watch: Watch) {
  const sums = weighed.get(state) ?? new Map<Question, number>();
  weighed.set(state, sums);
  const slices = new Slices(watch);
  for (const question of questions) {
    if (!sums.has(question)) sums.set(question, weakestSum(state.source, question.assets));
    if (slices.due) await slices.rest();
  }
  return sums;
}
