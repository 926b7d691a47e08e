import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { ReviewItem } from '../../types';
import { type Draft, EMPTY_DRAFT, startOf } from './draft';

/**
 * What was done with each question before it is answered, so that going on and coming back loses nothing, and the
 * record that keys act upon. `isSecond`: the answers of others stay unseen.
 */
export function createDrafts(question: Accessor<ReviewItem | null>, isSecond: Accessor<boolean>) {
  const [drafts, setDrafts] = createSignal<ReadonlyMap<string, Draft>>(new Map());
  const [chosen, choose] = createSignal<string | null>(null);
  const draft = createMemo(() => {
    const item = question();
    return item === null ? EMPTY_DRAFT : (drafts().get(item.id) ?? startOf(item, isSecond()));
  });
  const current = createMemo(() => {
    const item = question();
    if (item === null) return null;
    const known = [...item.assetIds, ...draft().added.map(({ assetId }) => assetId)];
    const wanted = chosen();
    return wanted !== null && known.includes(wanted) ? wanted : weakest(item);
  });
  return {
    draft,
    current,
    choose: (assetId: string | null) => {
      choose(assetId);
    },
    change: (part: Partial<Draft>) => {
      const item = question();
      if (item === null) return;
      const next = { ...draft(), ...part };
      setDrafts((before) => new Map(before).set(item.id, next));
    },
    forget: (id: string) => setDrafts((before) => new Map([...before].filter(([known]) => known !== id))),
    forgetAll: () => setDrafts(new Map()),
  };
}

/** The record that is most likely to be taken out: the one with the weakest evidence beside the one that is kept. */
function weakest(item: ReviewItem): string | null {
  const [first] = item.comparison.assets;
  const pairs = item.evidence.filter(({ items }) => items.length > 0);
  if (first === undefined || pairs.length === 0) return item.assetIds[1] ?? null;
  const sumOf = (pair: (typeof pairs)[number]) =>
    pair.verdict === 'conflict' ? Number.NEGATIVE_INFINITY : pair.sum;
  const least = pairs.reduce((low, pair) => (sumOf(pair) < sumOf(low) ? pair : low));
  return least.assetIds.find((id) => id !== first.assetId) ?? null;
}
