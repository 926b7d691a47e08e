import type { Decision } from '../../../model/decision';
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

/** The question that a decision was made about, by its records; `null` where it is not asked. */
export function questionOfDecision(state: ReviewState, { assetIds, basis }: Decision): Question | null {
  const ids = basis.proposal?.assetIds ?? basis.records.map(({ assetId }) => assetId);
  const assets = ids.map((id) => state.find(id)).sort((a, b) => a - b);
  const [first = -1] = assets;
  if (first < 0) return null;
  const proposed = state.questions.of(first).map((at) => state.questions.all[at]!);
  const own = state.ownQuestions().filter((question) => question.assets[0] === first);
  const key = assets.join();
  return (
    [...proposed, ...own].find((question) => question.assets.join() === key) ??
    proposed.find((question) => assetIds.every((id) => question.assets.includes(state.find(id)))) ??
    null
  );
}
