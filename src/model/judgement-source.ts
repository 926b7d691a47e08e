import type { CauseId, CauseText, Judgement, PairEvidence, PairVerdict } from './judgement';
import type { Watch } from './progress';
import type { AssetIndex } from './units';

/** What `app/` hands to other features of the judgement of what is open. */
export interface JudgementSource {
  /** That of what is open: known, read from the store, or made now. */
  judgement(watch: Watch): Promise<Judgement>;
  /** What speaks for and against any two assets being one machine. */
  evidence(first: AssetIndex, second: AssetIndex): PairEvidence;
  /** Whether an agent runs on the asset, measured against the newest activity of the dataset. */
  hasLivingAgent(asset: AssetIndex): boolean;
  /**
   * The gate that every list of redundant records passes (docs/judgement.md, "What to keep"): those of the candidates
   * that may be listed beside `keep`; none where there is no survivor.
   */
  redundant(keep: AssetIndex | null, candidates: readonly AssetIndex[]): readonly AssetIndex[];
  /** The record of a machine that is kept by the settings of the judgement, and why. */
  survivor(assets: readonly AssetIndex[]): { readonly keep: AssetIndex; readonly reason: string };
  /** The sum and verdict of `evidence`, without its words: some microseconds. */
  weigh(first: AssetIndex, second: AssetIndex): { readonly sum: number; readonly verdict: PairVerdict };
  /** Whether something forbids that the two are one machine. */
  inConflict(first: AssetIndex, second: AssetIndex): boolean;
  /** What people read of a cause. */
  causeText(cause: CauseId): CauseText;
}
