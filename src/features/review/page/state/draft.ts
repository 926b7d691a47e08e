import type { Answer } from '../../../../model/decision';
import type { Reply, ReviewItem } from '../../types';

/** A record that a person adds to a question. */
export interface AddedRecord {
  readonly assetId: string;
  readonly title: string;
}

/** What a person has done with a question before answering it. */
export interface Draft {
  /** Records that are taken out, by asset ID. */
  readonly out: readonly string[];
  readonly added: readonly AddedRecord[];
  /** The record to keep, where it is not the proposal's. */
  readonly keep: string | null;
  /** The bridge at which the records are split; `null` for none. */
  readonly cut: number | null;
  readonly note: string;
}

export const EMPTY_DRAFT: Draft = { out: [], added: [], keep: null, cut: null, note: '' };

/** Where a question starts: as it was answered, or with nothing done. `second`: the answers of others stay unseen. */
export function startOf(item: ReviewItem, second: boolean): Draft {
  const { decision, decisions } = item;
  // More than one of a person is a split, which no single draft says.
  if (second || decision === null || decisions.length > 1) return EMPTY_DRAFT;
  const isIn = new Set(decision.assetIds);
  const known = new Set(item.assetIds);
  return {
    out: item.assetIds.filter((id) => !isIn.has(id)),
    added: decision.assetIds.filter((id) => !known.has(id)).map((id) => ({ assetId: id, title: id })),
    keep: decision.keep,
    cut: null,
    note: decision.note,
  };
}

/** The records that an answer would be about, in the order of the question. */
export function recordsOf(item: ReviewItem, draft: Draft): string[] {
  return [...item.assetIds, ...draft.added.map(({ assetId }) => assetId)].filter(
    (id) => !draft.out.includes(id),
  );
}

/** The sides of the split, by asset ID; `null` where nothing is split. Records that were added are with the first. */
export function partsOf(item: ReviewItem, draft: Draft): readonly [string[], string[]] | null {
  const bridge = draft.cut === null ? undefined : item.bridges[draft.cut];
  if (bridge === undefined) return null;
  const idOf = new Map(item.assets.map((asset, at) => [asset, item.assetIds[at]!]));
  const isIn = new Set(recordsOf(item, draft));
  const [first, second] = bridge.sides.map((side) =>
    side.map((asset) => idOf.get(asset) ?? '').filter((id) => isIn.has(id)),
  ) as [string[], string[]];
  const added = draft.added.map(({ assetId }) => assetId).filter((id) => isIn.has(id));
  return [[...first, ...added], second];
}

/** Why the question cannot be answered so, one sentence; `null` where it can. */
export function answerFault(item: ReviewItem, draft: Draft, answer: Answer): string | null {
  const records = recordsOf(item, draft);
  if (records.length === 0) return 'Every record is taken out.';
  if (records.length === 1)
    return 'One record is left, and an answer is about two or more: put one in again, or find another.';
  const parts = answer === 'same' ? partsOf(item, draft) : null;
  if (parts?.some((part) => part.length === 0)) return 'All records of one side are taken out.';
  return null;
}

/** The record that would be kept; `null` where the answer says none or the proposal's is taken out. */
export function keptBy(item: ReviewItem, draft: Draft): string | null {
  const wanted = draft.keep ?? item.proposal.keep;
  return wanted !== null && recordsOf(item, draft).includes(wanted) ? wanted : null;
}

/** What is sent. */
export function replyOf(item: ReviewItem, draft: Draft, answer: Answer): Reply {
  const assetIds = recordsOf(item, draft);
  const parts = answer === 'same' ? partsOf(item, draft) : null;
  const keep = answer === 'same' && draft.keep !== null && assetIds.includes(draft.keep) ? draft.keep : null;
  return {
    item: item.id,
    answer,
    assetIds,
    ...(parts !== null && { parts }),
    keep,
    note: draft.note.trim(),
  };
}

/** Takes a record out, or puts it back. One that a person added goes altogether. */
export function toggleOut(draft: Draft, assetId: string): Draft {
  if (draft.added.some((one) => one.assetId === assetId))
    return { ...draft, added: draft.added.filter((one) => one.assetId !== assetId) };
  const out = draft.out.includes(assetId)
    ? draft.out.filter((id) => id !== assetId)
    : [...draft.out, assetId];
  return { ...draft, out };
}

/** The next bridge to split at, then none again. */
export function nextCut(item: ReviewItem, { cut }: Draft): number | null {
  const next = cut === null ? 0 : cut + 1;
  return next < item.bridges.length ? next : null;
}
