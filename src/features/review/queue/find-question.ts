import type { ReviewState } from '../standing/review-state';
import { type Question, questionId } from './questions';

/** The question with that id; `null` where it is not asked. The id begins with that of its first record. */
export function findQuestion(state: ReviewState, id: string): Question | null {
  for (let end = id.indexOf('+'); end >= 0; end = id.indexOf('+', end + 1)) {
    const asset = state.find(id.slice(0, end));
    if (asset < 0) continue;
    const asked = state.questions.of(asset).map((at) => state.questions.all[at]!);
    const own = state.ownQuestions().filter(({ assets }) => assets[0] === asset);
    const found = [...asked, ...own].find(({ assets }) => questionId(state.dataset, assets) === id);
    if (found !== undefined) return found;
  }
  return null;
}
