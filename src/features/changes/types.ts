import type { CauseId } from '../../model/judgement';
import type { EpochMilliseconds } from '../../model/units';

/** What became of a record that was handed over. */
export const READ_BACK_STATES = ['gone', 'still', 'back'] as const;
export type ReadBackState = (typeof READ_BACK_STATES)[number];

export const STATE_WORDS: Readonly<Record<ReadBackState, string>> = {
  gone: 'gone',
  still: 'still there',
  back: 'came back',
};

/** What a result file says of an id. */
export const SAID = ['purged', 'error', 'notFound'] as const;
export type Said = (typeof SAID)[number];

export const SAID_WORDS: Readonly<Record<Said, string>> = {
  purged: 'purged',
  error: 'error',
  notFound: 'not found',
};

/** Figures of one dataset, for the charts over all of them. */
export interface FiguresPoint {
  readonly dataset: { readonly id: string; readonly name: string };
  readonly open: boolean;
  /** The newest activity in the dataset, where it was judged; else the time of its import. */
  readonly at: EpochMilliseconds;
  readonly assets: number;
  /** `null` where the dataset was never judged: opening it does that. */
  readonly judged: JudgedFigures | null;
}

/** What is kept of a judgement for the charts. */
export interface JudgedFigures {
  readonly machines: number;
  readonly redundant: number;
  readonly byCause: readonly {
    readonly cause: CauseId;
    readonly title: string;
    readonly redundant: number;
  }[];
}
