import { textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { ApartCause, CauseId, Judgement, Strength } from '../../../model/judgement';
import type { JudgementSource } from '../../../model/judgement-source';
import type { Watch } from '../../../model/progress';
import { Slices } from '../../../model/slices';
import type { AssetIndex } from '../../../model/units';

/** A question that the judgement asks, or that a decision left: are these records one machine? */
export interface Question {
  readonly kind: 'machine' | 'lookAlike' | 'own';
  /** In dataset order. */
  readonly assets: readonly AssetIndex[];
  readonly strength: Strength | null;
  readonly cause: CauseId;
  readonly keep: AssetIndex | null;
  readonly keepReason: string;
  /** Records that the proposal frees. */
  readonly redundant: readonly AssetIndex[];
  readonly warnings: readonly string[];
}

/** All questions of a judgement: one for each proposed machine, then one for each look-alike worth a question. */
export interface Questions {
  readonly all: readonly Question[];
  /** Records that the answer `same` could free, by question: 0 where an answer is not worth the time. */
  readonly couldFree: Uint32Array;
  /** The questions about an asset. */
  of(asset: AssetIndex): readonly number[];
}

/** Look-alikes of more machines than this share a value, not an identity. */
const MOST_ALIKE = 8;

/** Causes by which the shared value identifies nothing: nobody need look at each of its holders. */
const NO_IDENTITY: ReadonlySet<ApartCause> = new Set<ApartCause>([
  'sharedAdapter',
  'placeholderIdentifier',
  'defaultName',
  'clusterAddress',
  'routerMac',
  'phantomHost',
  'homeNetworkAddress',
  'overlappingNetworks',
  'addressReused',
]);

const NO_QUESTIONS: readonly number[] = [];

/** Puts the questions together. Linear in machines and look-alikes. */
export async function askQuestions(
  judgement: Judgement,
  source: JudgementSource,
  watch: Watch,
): Promise<Questions> {
  const slices = new Slices(watch);
  const all: Question[] = [];
  const could: number[] = [];
  for (const { assets, strength, cause, keep, keepReason, redundant, warnings } of judgement.machines) {
    all.push({ kind: 'machine', assets, strength, cause, keep, keepReason, redundant, warnings });
    could.push(strength === 'weak' ? freedBySame(source, assets) : redundant.length);
    if (slices.due) await slices.rest();
  }
  const alikeOf = new Map<AssetIndex, number[]>();
  const asked = new Set<string>();
  for (const { assets, more, cause } of judgement.apart) {
    if (slices.due) await slices.rest();
    if (more > 0 || assets.length > MOST_ALIKE || NO_IDENTITY.has(cause)) continue;
    const key = assets.join();
    const freed = asked.has(key) ? 0 : freedBySame(source, assets);
    if (freed === 0) continue;
    asked.add(key);
    for (const asset of assets) alikeOf.set(asset, [...(alikeOf.get(asset) ?? []), all.length]);
    could.push(freed);
    all.push({
      kind: 'lookAlike',
      assets,
      strength: null,
      cause,
      keep: null,
      keepReason: '',
      redundant: [],
      warnings: [],
    });
  }
  const { machineOfAsset } = judgement;
  return {
    all,
    couldFree: Uint32Array.from(could),
    of: (asset) => {
      const machine = machineOfAsset[asset] ?? -1;
      const alike = alikeOf.get(asset) ?? NO_QUESTIONS;
      return machine < 0 ? alike : [machine, ...alike];
    },
  };
}

/** Records that would be freed if a person held them to be one machine. */
export function freedBySame(source: JudgementSource, assets: readonly AssetIndex[]): number {
  return source.redundant(source.survivor(assets).keep, assets).length;
}

/** Ids longer than this are told by their sum. */
const LONGEST_ID = 160;

/** The id of a question: that of its first record, then the others, or their sum where they are many. */
export function questionId(dataset: Dataset, assets: readonly AssetIndex[]): string {
  const [first = '', ...others] = assets.map((asset) => textAt(dataset.columns.assetId, asset));
  const id = [first, ...others].join('+');
  return id.length <= LONGEST_ID ? id : `${first}+${others.length} more, ${sumOfTexts(others)}`;
}

/** 64 bits over texts in two halves: enough to tell apart questions about one first record. */
export function sumOfTexts(texts: readonly string[]): string {
  let a = 0x811c9dc5;
  let b = 0x2545f491;
  for (const text of texts) {
    for (let at = 0; at <= text.length; at++) {
      const unit = at === text.length ? 0x1f : text.charCodeAt(at);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x85ebca6b) + 0x27d4eb2f;
    }
  }
  const hex = (value: number) => ((value ^ (value >>> 15)) >>> 0).toString(16).padStart(8, '0');
  return hex(a) + hex(b);
}
