import type { HandOverSummary } from '../../model/hand-over';
import type { CauseId } from '../../model/judgement';
import type { Outcome } from '../../model/outcome';
import type { OnProgress, SavedReport } from '../../worker/api';
import type { HandOverSettings, LeftOutReason } from './types';

/** Records that are in no list for one reason. */
export interface LeftOutLine {
  readonly reason: LeftOutReason;
  readonly records: number;
  /** The first of their asset ids. */
  readonly examples: readonly string[];
}

/** What the kit would hold now. */
export interface HandOverView {
  readonly settings: HandOverSettings;
  readonly figures: {
    readonly redundant: number;
    readonly kept: number;
    readonly hostIds: number;
    /** Redundant records that are not in `host-ids.txt`: without one, shared with one that stays, two that differ. */
    readonly withoutHostId: { readonly none: number; readonly shared: number; readonly differing: number };
    readonly decided: number;
    readonly agents: number;
    readonly sets: number;
    readonly stale: number;
    readonly collisions: number;
  };
  readonly leftOut: readonly LeftOutLine[];
  /** Decisions that are asked again since what they rest on has changed; nothing of them is handed over. */
  readonly askedAgain: number;
  readonly byCause: readonly {
    readonly cause: CauseId;
    readonly title: string;
    readonly redundant: number;
  }[];
  readonly preview: { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/** A finished kit. */
export interface SavedKit extends SavedReport {
  /** Whether the hand-over is remembered when the page is closed. */
  readonly remembered: boolean;
}

/** What the page can ask about handing over. */
export interface HandOverCalls {
  /** What a kit of what is open would hold. `settings`: takes and keeps them first; `null`: those that are kept. */
  handOver(settings: HandOverSettings | null): Promise<Outcome<HandOverView>>;
  /** Writes the kit, and remembers what was handed over. */
  saveHandOverKit(onProgress: OnProgress): Promise<Outcome<SavedKit>>;
  /** What was handed over before, the newest first. */
  handOvers(): Promise<Outcome<readonly HandOverSummary[]>>;
  forgetHandOver(id: string): Promise<Outcome<void>>;
}
