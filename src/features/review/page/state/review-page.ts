import type { Accessor } from 'solid-js';
import type { Answer } from '../../../../model/decision';
import type { CauseId } from '../../../../model/judgement';
import type { Outcome } from '../../../../model/outcome';
import type { LoadedDecisions, QueueQuery, ReviewItem, ReviewView } from '../../types';
import type { Draft } from './draft';
import type { createReviewPreferences } from './preferences';
import type { Walk } from './walk';

/** The dialogs of the screen; one at a time. */
export type ReviewDialog = 'settings' | 'template' | 'history' | 'ignore' | 'loaded';

/** The review of the open dataset: figures, the way through the queue, and what is done with the question shown. */
export interface ReviewPage {
  readonly view: Accessor<ReviewView | null>;
  /** Why there is no view, one or two sentences; "" while one is on its way or there. */
  readonly trouble: Accessor<string>;
  readonly walk: Walk;
  /** The question on the screen: that of the walk, unless the end stands in its place. */
  readonly question: Accessor<ReviewItem | null>;
  /** Whether nothing is left that is worth the time, and the person has not asked to see the rest. */
  readonly isEnded: Accessor<boolean>;
  /** Shows what is left all the same. */
  goOn(): void;
  /** What the address asks for, or the queue as it was left. */
  readonly query: Accessor<QueueQuery>;
  readonly draft: Accessor<Draft>;
  change(change: Partial<Draft>): void;
  /** The record that keys act upon, by asset ID. */
  readonly current: Accessor<string | null>;
  choose(assetId: string): void;
  /** What was done last, for the line that screen readers read out. */
  readonly said: Accessor<string>;
  say(text: string): void;
  /** Whether the proposal of the question shown stays hidden. */
  readonly hidden: Accessor<boolean>;
  reveal(): void;
  readonly dialog: Accessor<ReviewDialog | null>;
  setDialog(dialog: ReviewDialog | null): void;
  /** Opens the list of a cause with an answer chosen. */
  openTemplate(cause: CauseId, answer: Answer): void;
  readonly template: Accessor<{ readonly cause: CauseId; readonly answer: Answer } | null>;
  readonly preferences: ReturnType<typeof createReviewPreferences>['preferences'];
  readonly setPreferences: ReturnType<typeof createReviewPreferences>['change'];
  answer(answer: Answer): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Takes up the view that a call answered, and reports where it failed; whether it did not. */
  take(outcome: Outcome<ReviewView>): boolean;
  /** Reads the figures, then opens the queue that is asked for, unless it is open. */
  enter(): Promise<void>;
  /** The screen is left: what is shown next time is read anew. */
  leave(): void;
  /** Opens the queue anew where the questions in it have changed. */
  reopen(): Promise<void>;
  /** Opens the queue anew, at its start. */
  restart(): Promise<void>;
  /** Saves all decisions to a file; what was saved then stands in `saved`. */
  save(): Promise<void>;
  readonly saved: Accessor<string>;
  /** Reads decisions from files; what came of it then stands in `loaded`. */
  load(files: readonly File[]): Promise<void>;
  readonly loaded: Accessor<LoadedDecisions | null>;
  /** Answers by hand in this session, by cause and answer: what a template could go on with. */
  readonly byHand: Accessor<ReadonlyMap<string, number>>;
}
