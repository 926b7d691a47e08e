import type { Answer } from '../../../model/decision';
import type { CauseId, Strength } from '../../../model/judgement';
import type { Watch } from '../../../model/progress';
import { Slices } from '../../../model/slices';
import type { ReviewState } from '../standing/review-state';
import type { TemplatePreview } from '../types';
import type { AnswerTo } from './decide';
import { titleOf } from './item';
import { freedBySame, type Question, questionId } from './questions';

/** Regular questions that a preview names. */
const MOST_NAMED = 200;
/** More records than this want a look of their own. */
const MANY_RECORDS = 5;

/** The questions of a cause that nobody answered; what is asked again or in conflict is never answered by a template. */
export function templateQuestions(state: ReviewState, cause: CauseId): Question[] {
  return state.questions.all.filter(
    (question) => question.cause === cause && state.stands(question).status === 'left',
  );
}

/** The answers that a template gives, each about all records of its question. */
export function templateAnswers(
  state: ReviewState,
  cause: CauseId,
  answer: Answer,
  except: readonly string[],
): AnswerTo[] {
  const left = new Set(except);
  return templateQuestions(state, cause)
    .filter(({ assets }) => left.size === 0 || !left.has(questionId(state.dataset, assets)))
    .map((question) => ({ question, answer, parts: [question.assets], keep: null, note: '' }));
}

/** What a template would do, exceptions first: most reasons first, then in the order of the questions. */
export async function previewOf(
  state: ReviewState,
  cause: CauseId,
  answer: Answer,
  watch: Watch,
): Promise<TemplatePreview> {
  const slices = new Slices(watch);
  const byHand = await answeredByHand(state, cause, answer, slices);
  const questions = templateQuestions(state, cause);
  const usual = usualOf(questions);
  const exceptions: { item: string; title: string; why: string; reasons: number }[] = [];
  const rest: { item: string; title: string }[] = [];
  let freed = 0;
  for (const question of questions) {
    const frees = answer === 'same' ? freedOf(state, question) : 0;
    freed += frees;
    const reasons = reasonsOf(state, question, answer, frees, usual, byHand);
    const line = { item: questionId(state.dataset, question.assets), title: titleOf(state, question) };
    if (reasons.length > 0) exceptions.push({ ...line, why: reasons.join(' '), reasons: reasons.length });
    else if (rest.length < MOST_NAMED) rest.push(line);
    if (slices.due) await slices.rest();
  }
  exceptions.sort((a, b) => b.reasons - a.reasons);
  return {
    cause,
    answer,
    questions: questions.length,
    freed,
    exceptions: exceptions.map(({ item, title, why }) => ({ item, title, why })),
    rest,
  };
}

function freedOf(state: ReviewState, { keep, redundant, assets }: Question): number {
  return keep === null ? freedBySame(state.source, assets) : redundant.length;
}

/** Kinds of evidence of the questions of the cause that people answered by hand: as the template, and otherwise. */
interface ByHand {
  readonly alike: ReadonlySet<string>;
  readonly otherwise: ReadonlySet<string>;
}

async function answeredByHand(
  state: ReviewState,
  cause: CauseId,
  answer: Answer,
  slices: Slices,
): Promise<ByHand> {
  const alike = new Set<string>();
  const otherwise = new Set<string>();
  for (const [question, { stands }] of state.answeredQuestions()) {
    if (question.cause !== cause || stands.status === 'asked') continue;
    const hand = stands.answers.filter(({ decision }) => decision.origin !== 'template');
    for (const { decision, assets } of hand) {
      const whole = question.assets.every((asset) => assets.includes(asset));
      (decision.answer === answer && whole ? alike : otherwise).add(signatureOf(state, question));
    }
    if (slices.due) await slices.rest();
  }
  return { alike, otherwise };
}

/** What agrees and what speaks against the weakest of the pairs that are looked at. */
function signatureOf({ source }: ReviewState, { assets, keep }: Question): string {
  const first = keep ?? assets[0]!;
  const pairs = assets.filter((asset) => asset !== first).slice(0, MANY_RECORDS);
  const weakest = pairs
    .map((asset) => source.evidence(first, asset))
    .reduce((least, pair) => (pair.sum < least.sum ? pair : least));
  return weakest.items
    .map(({ rule }) => rule)
    .sort()
    .join(' ');
}

/** What most questions of a cause have: that makes no exception. */
interface Usual {
  readonly warnings: ReadonlySet<string>;
  readonly strength: Strength | null;
}

function usualOf(questions: readonly Question[]): Usual {
  const warnings = new Map<string, number>();
  const strengths = new Map<Strength | null, number>();
  for (const question of questions) {
    for (const warning of question.warnings) warnings.set(warning, (warnings.get(warning) ?? 0) + 1);
    strengths.set(question.strength, (strengths.get(question.strength) ?? 0) + 1);
  }
  const [strength] = [...strengths].sort((a, b) => b[1] - a[1])[0] ?? [null];
  const most = [...warnings].filter(([, count]) => count * 2 > questions.length);
  return { warnings: new Set(most.map(([warning]) => warning)), strength };
}

function reasonsOf(
  state: ReviewState,
  question: Question,
  answer: Answer,
  frees: number,
  usual: Usual,
  { alike, otherwise }: ByHand,
): string[] {
  const { kind, strength, warnings, assets } = question;
  const reasons = warnings.filter((warning) => !usual.warnings.has(warning));
  if (kind === 'lookAlike' && answer === 'same')
    reasons.push('The judgement holds them to be different machines.');
  if (strength === 'likely' && usual.strength === 'strong' && answer === 'same')
    reasons.push('Only likely one machine.');
  if (strength === 'weak') reasons.push('Only weak evidence.');
  if (strength === 'strong' && answer === 'different')
    reasons.push('Strong evidence that they are one machine.');
  if (answer === 'same' && frees === 0) reasons.push('It would free no record.');
  if (assets.length > MANY_RECORDS) reasons.push(`${assets.length} records.`);
  if (alike.size + otherwise.size === 0) return reasons;
  const signature = signatureOf(state, question);
  if (otherwise.has(signature)) reasons.push('One with the same evidence was answered otherwise by hand.');
  else if (!alike.has(signature)) reasons.push('None with this evidence was decided by hand.');
  return reasons;
}
