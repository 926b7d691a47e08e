import { identityAt } from '../../../identifiers/record-identity';
import { textAt } from '../../../model/columns';
import type { Answer, Decision, DecisionBasis, DecisionOrigin } from '../../../model/decision';
import { TroubleError } from '../../../model/outcome';
import type { AssetIndex, EpochMilliseconds } from '../../../model/units';
import { type Forms, revisionOf } from '../journal/forms';
import type { Journal } from '../journal/journal';
import type { Change } from '../journal/steps';
import { anyInConflict } from '../standing/resolve';
import type { ReviewState } from '../standing/review-state';
import type { Reply } from '../types';
import type { Question } from './questions';

/** Who decides, when, and how it came about. */
export interface Deciding {
  readonly by: string;
  readonly at: EpochMilliseconds;
  readonly origin: DecisionOrigin;
  /** Name of the open dataset. */
  readonly dataset: string;
  /** A second opinion stands beside the answers of others; else it takes their place. */
  readonly second: boolean;
  /** Makes the id of a decision. */
  readonly newId: () => string;
}

/** What an answer is about, in the records of the open dataset. */
export interface AnswerTo {
  readonly question: Question;
  readonly answer: Answer;
  /** Each a decision of its own; one, unless a machine is split. */
  readonly parts: readonly (readonly AssetIndex[])[];
  readonly keep: AssetIndex | null;
  readonly note: string;
}

/** A reply with its records found. Throws a `TroubleError` where it cannot be carried out. */
export function readReply(state: ReviewState, question: Question, reply: Reply): AnswerTo {
  const find = (id: string): AssetIndex => {
    const asset = state.find(id);
    if (asset < 0) throw refused(`There is no asset with the ID “${id.slice(0, 60)}” in this dataset.`);
    return asset;
  };
  const partsOf = reply.answer === 'same' && reply.parts !== undefined ? reply.parts : [reply.assetIds];
  const parts = partsOf.map((ids) => [...new Set(ids.map(find))].sort((a, b) => a - b));
  const all = parts.flat();
  if (new Set(all).size !== all.length) throw refused('A record stands in two parts.');
  const keep = reply.answer === 'same' && reply.keep !== null ? find(reply.keep) : null;
  if (keep !== null && !all.includes(keep))
    throw refused('The record to keep is not among those of the answer.');
  const machines = parts.filter((part) => part.length >= 2);
  const { answer, note } = reply;
  // Each part a single record: then they are different machines.
  if (machines.length === 0 && answer === 'same' && all.length >= 2)
    return { question, answer: 'different', parts: [all.sort((a, b) => a - b)], keep: null, note };
  if (machines.length === 0) throw refused('An answer is about at least two records.');
  return { question, answer, parts: machines, keep, note };
}

function refused(what: string): TroubleError {
  return new TroubleError({
    code: 'reply-refused',
    what,
    remedy: 'Take the question again and answer it anew. Nothing was changed.',
  });
}

/** What a decision rests on, as the dataset has it now. */
export function basisOf(state: ReviewState, question: Question, part: readonly AssetIndex[]): DecisionBasis {
  const { dataset } = state;
  const id = (asset: AssetIndex) => textAt(dataset.columns.assetId, asset);
  const seen = [...new Set([...question.assets, ...part])].sort((a, b) => a - b);
  return {
    proposal:
      question.kind === 'own'
        ? null
        : {
            assetIds: question.assets.map(id),
            strength: question.strength,
            cause: question.cause,
            keep: question.keep === null ? null : id(question.keep),
          },
    records: seen.map((asset) => ({ assetId: id(asset), values: identityAt(dataset, asset) })),
    inConflict: anyInConflict(state.source, part),
  };
}

/**
 * The changes that an answer makes: own decisions about the question are changed, one for each part; those that are
 * left over are taken back; those of others are overruled unless it is a second opinion.
 */
export function changesBy(
  state: ReviewState,
  journal: Journal,
  { question, answer, parts, keep, note }: AnswerTo,
  deciding: Deciding,
): Change[] {
  const before = state
    .stands(question)
    .about.filter((one) => !state.standing.isOverruled(one))
    .map(({ decision }) => decision);
  const ownIds = [...new Set(before.filter(({ by }) => by === deciding.by).map(({ id }) => id))];
  const changes: Change[] = [];
  const made = parts.map((part, at): Decision => {
    const id = ownIds[at] ?? deciding.newId();
    return {
      id,
      revision: revisionOf(journal.forms(id)) + 1,
      answer,
      assetIds: part.map((asset) => textAt(state.dataset.columns.assetId, asset)),
      keep: keep !== null && part.includes(keep) ? textAt(state.dataset.columns.assetId, keep) : null,
      note,
      by: deciding.by,
      at: deciding.at,
      origin: deciding.origin,
      dataset: deciding.dataset,
      basis: basisOf(state, question, part),
      overruledBy: null,
    };
  });
  for (const decision of made) changes.push({ id: decision.id, forms: [decision] });
  for (const id of ownIds.slice(made.length))
    changes.push({ id, forms: raised(journal.forms(id), { answer: null, at: deciding.at }) });
  if (deciding.second) return changes;
  const others = new Set(before.filter(({ by }) => by !== deciding.by).map(({ id }) => id));
  for (const id of others) {
    if (ownIds.includes(id)) continue;
    changes.push({ id, forms: raised(journal.forms(id), { overruledBy: made[0]!.id }) });
  }
  return changes;
}

/** The forms of a decision with a change, as its next revision. */
export function raised(forms: Forms, change: Partial<Decision>): Forms {
  const revision = revisionOf(forms) + 1;
  return forms.slice(0, 1).map((form) => ({ ...form, ...change, revision }));
}
