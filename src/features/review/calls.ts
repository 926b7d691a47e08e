import type { Answer } from '../../model/decision';
import type { CauseId } from '../../model/judgement';
import type { Outcome } from '../../model/outcome';
import type { AssetIndex } from '../../model/units';
import type { OnProgress, SavedReport } from '../../worker/api';
import type {
  HistoryEntry,
  LoadedDecisions,
  QueueQuery,
  Reply,
  ReviewItem,
  ReviewView,
  TemplatePreview,
} from './types';

/** What the page can ask of the review. Every step is kept before its call answers. */
export interface ReviewCalls {
  review(onProgress: OnProgress): Promise<Outcome<ReviewView>>;
  /** Makes `query` the queue and says how long it is. The latest call wins. */
  openQueue(query: QueueQuery): Promise<Outcome<number>>;
  /**
   * The question at a place of the queue, or by its id; `null` where there is none. The review is left there, unless the
   * page only looks ahead (`peek`).
   */
  reviewItem(place: number | string, peek?: boolean): Promise<Outcome<ReviewItem | null>>;
  /** The id of the question about these assets and as few others as can be; `null` where nothing is asked about them. */
  questionAbout(assets: readonly AssetIndex[]): Promise<Outcome<string | null>>;
  /** The records of a question beside further ones, by asset ID, that a person adds to it. */
  compareWith(
    item: string,
    added: readonly string[],
  ): Promise<Outcome<Pick<ReviewItem, 'comparison' | 'evidence'>>>;
  /** Where the review was left in this dataset: a place of the queue. */
  reviewPlace(): Promise<Outcome<number>>;
  /**
   * Answers a question. Where decisions contradict each other, the reply settles it and overrules them; in the queue
   * `sample` it stands beside the answer of another reviewer.
   */
  decide(reply: Reply): Promise<Outcome<ReviewView>>;
  /** Takes back the last step, whatever it was; a template is one step. */
  undoDecision(): Promise<Outcome<ReviewView>>;
  redoDecision(): Promise<Outcome<ReviewView>>;
  /** The steps, newest first. */
  decisionHistory(from: number, count: number): Promise<Outcome<readonly HistoryEntry[]>>;
  /** Changes note, answer or record to keep of a decision, or takes it back with `answer: null`. */
  editDecision(
    id: string,
    change: { readonly answer?: Answer | null; readonly note?: string; readonly keep?: string | null },
  ): Promise<Outcome<ReviewView>>;
  previewTemplate(cause: CauseId, answer: Answer): Promise<Outcome<TemplatePreview>>;
  /** Answers all questions of the cause that are left, less `except`, in one step. */
  applyTemplate(cause: CauseId, answer: Answer, except: readonly string[]): Promise<Outcome<ReviewView>>;
  /** Assets that have the text in any shown field, at most twenty: for a record that is missing in a question. */
  findMember(
    text: string,
  ): Promise<
    Outcome<readonly { readonly asset: AssetIndex; readonly assetId: string; readonly title: string }[]>
  >;
  /** The name under which decisions are made from now on. */
  setReviewer(name: string): Promise<Outcome<ReviewView>>;
  /** All decisions as `doublet-decisions` (docs/contract.md). */
  saveDecisions(onProgress: OnProgress): Promise<Outcome<SavedReport>>;
  /** Reads decisions from such a file, or from the Review sheet of an Excel report, and merges them. */
  loadDecisions(files: readonly File[], onProgress: OnProgress): Promise<Outcome<LoadedDecisions>>;
}
