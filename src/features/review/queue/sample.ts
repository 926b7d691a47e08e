import type { Dataset } from '../../../model/dataset';
import type { Answered, ReviewState } from '../standing/review-state';
import { type Question, questionId, sumOfTexts } from './questions';

/** A sample has at least so many questions, and at least this share of them. */
const FEWEST = 20;
const SHARE = 0.05;
const UNIT = 2 ** 32;

const places = new WeakMap<Question, number>();

/** Where a question stands in the order of the sample, from 0 to 1: by its id, so that everyone has the same sample. */
export function samplePlace(dataset: Dataset, question: Question): number {
  let place = places.get(question);
  if (place === undefined) {
    place = Number.parseInt(sumOfTexts([questionId(dataset, question.assets)]).slice(0, 8), 16) / UNIT;
    places.set(question, place);
  }
  return place;
}

/**
 * The questions that `by` is to answer a second time: a sample of those that others decided and `by` did not, at random
 * but the same for everyone.
 */
export function sampleFor(state: ReviewState, by: string): Question[] {
  const decided = [...state.answeredQuestions()].filter(([, { stands }]) => stands.status === 'decided');
  const share = Math.max(SHARE, FEWEST / Math.max(1, decided.length));
  const isOthers = ({ names }: Answered) => !names.includes(by);
  return decided
    .filter(([question, answered]) => isOthers(answered) && samplePlace(state.dataset, question) < share)
    .map(([question]) => question)
    .sort((a, b) => samplePlace(state.dataset, a) - samplePlace(state.dataset, b));
}
