import { textAt } from '../../../model/columns';
import type { Answer } from '../../../model/decision';
import { type Grouping, groupMembers, groupsOfAssets } from '../../../model/grouping';
import { RULE_IDS } from '../../../model/rule';
import type { AssetIndex } from '../../../model/units';
import { compareAssets } from '../../../tables/comparison/compare';
import { assetTitle } from '../../../wording/asset-title';
import type { ReviewState } from '../standing/review-state';
import type { ReviewItem } from '../types';
import { bridgesOf } from './bridges';
import { type Question, questionId } from './questions';

/** Records beside each other at a time. */
const MOST_SHOWN = 20;

/** A question as the page shows it. */
export function itemOf(
  state: ReviewState,
  grouping: Grouping,
  question: Question,
  at: number,
  of: number,
): ReviewItem {
  const { dataset, source } = state;
  const { assets } = question;
  const stands = state.stands(question);
  const keep = question.keep ?? source.survivor(assets).keep;
  const shown = [keep, ...assets.filter((asset) => asset !== keep)].slice(0, MOST_SHOWN);
  const id = (asset: AssetIndex) => textAt(dataset.columns.assetId, asset);
  const answers = stands.answers.map(({ decision }) => decision);
  return {
    id: questionId(dataset, assets),
    kind: question.kind,
    status: stands.status,
    at,
    of,
    title: titleOf(state, question),
    assets,
    assetIds: assets.map(id),
    more: assets.length - shown.length,
    proposal: {
      answer: proposedAnswer(question),
      strength: question.strength,
      cause: question.cause,
      ...causeWords(state, question),
      keep: question.keep === null ? null : id(question.keep),
      keepReason: question.keepReason,
      redundant: question.redundant.map(id),
      warnings: question.warnings,
    },
    comparison: compareAssets(dataset, grouping, shown, assets.length - shown.length),
    evidence: shown.filter((asset) => asset !== keep).map((asset) => source.evidence(keep, asset)),
    bridges: bridgesOf(source, assets),
    sharedValues: sharedValuesOf(grouping, assets),
    decision: answers.at(-1) ?? null,
    decisions: stands.about.map(({ decision }) => decision),
    changed: changesOf(state, question),
    conflicting:
      stands.status === 'conflict'
        ? stands.about.filter((one) => state.standing.isContradictory(one)).map(({ decision }) => decision)
        : [],
  };
}

/** The records of a question beside further ones; each is weighed against the same record as in the question. */
export function compareWith(
  { dataset, source }: ReviewState,
  grouping: Grouping,
  { assets, keep: proposed }: Question,
  added: readonly AssetIndex[],
): Pick<ReviewItem, 'comparison' | 'evidence'> {
  const keep = proposed ?? source.survivor(assets).keep;
  const all = [...new Set([keep, ...assets, ...added])];
  // Those that are added are shown, however many the question has.
  const shown = all.filter((asset, at) => at + added.length < MOST_SHOWN || added.includes(asset));
  return {
    comparison: compareAssets(dataset, grouping, shown, all.length - shown.length),
    evidence: shown.filter((asset) => asset !== keep).map((asset) => source.evidence(keep, asset)),
  };
}

/** What the judgement says to a question. */
export function proposedAnswer({ kind, strength }: Question): Answer {
  if (kind === 'lookAlike') return 'different';
  return strength === 'strong' || strength === 'likely' ? 'same' : 'notSure';
}

/** What people call the question: the record that is kept, and how many there are. */
export function titleOf({ dataset }: ReviewState, { assets, keep }: Question): string {
  const title = assetTitle(dataset, keep ?? assets[0]!);
  const others = assets.length - 1;
  return others === 1 ? `${title} and 1 other record` : `${title} and ${others} other records`;
}

/** Why a question is asked again, in sentences. */
export function changesOf(state: ReviewState, question: Question): string[] {
  const { changed, joined } = state.stands(question);
  const { dataset } = state;
  const names = joined.map(
    (asset) => `${textAt(dataset.columns.assetId, asset)} (${assetTitle(dataset, asset)})`,
  );
  const shown = names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '');
  const has = names.length === 1 ? 'has' : 'have';
  return [...changed, ...(names.length === 0 ? [] : [`${shown} ${has} joined since.`])];
}

function causeWords(state: ReviewState, { kind, cause }: Question) {
  const { title, sentence, action } = state.source.causeText(cause);
  if (kind !== 'own') return { causeTitle: title, sentence, action };
  return {
    causeTitle: 'Asked by a person',
    sentence: 'Nothing in this dataset proposes it; a person asked.',
    action: '',
  };
}

/** Values of groups in which two or more of the records stand. */
function sharedValuesOf(grouping: Grouping, assets: readonly AssetIndex[]): ReviewItem['sharedValues'] {
  const counts = new Map<number, number>();
  for (const groups of groupsOfAssets(grouping, assets).values())
    for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([group]) => ({
      rule: RULE_IDS[grouping.rules[group]!]!,
      value: textAt(grouping.values, group),
      assets: groupMembers(grouping, group).length,
    }));
}
