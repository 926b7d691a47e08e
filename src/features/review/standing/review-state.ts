import type { Dataset } from '../../../model/dataset';
import type { RecordIdentity, SettledMachine } from '../../../model/decision';
import type { Judgement } from '../../../model/judgement';
import type { JudgementSource } from '../../../model/judgement-source';
import type { Watch } from '../../../model/progress';
import { Slices } from '../../../model/slices';
import { AssetIdIndex } from '../../../tables/asset-id-index';
import type { Journal } from '../journal/journal';
import { askQuestions, type Question, type Questions } from '../queue/questions';
import { findCameBack } from './came-back';
import type { PeoplesMachine } from './components';
import { type Resolved, resolve } from './resolve';
import { settledMachine, settledMachines } from './settled';
import { Standing, type Stands } from './standing';

/** What figures need of a question that any decision is about. */
export interface Answered {
  readonly stands: Stands;
  /** Names under which it was answered, also by decisions that were overruled. */
  readonly names: readonly string[];
  /** Whether all of them gave the same answer about the same records. */
  readonly agree: boolean;
}

/** The review of one dataset under one judgement: questions, and how they stand after the decisions. */
export class ReviewState {
  private readonly ids: AssetIdIndex;
  private readonly answered = new Map<Question, Answered>();
  private readonly elsewhereIds = new Set<string>();
  private settledOf = new WeakMap<PeoplesMachine, SettledMachine>();

  private constructor(
    readonly dataset: Dataset,
    readonly judgement: Judgement,
    readonly source: JudgementSource,
    readonly questions: Questions,
    readonly standing: Standing,
  ) {
    this.ids = new AssetIdIndex(dataset);
  }

  /** Asks the questions; `take` then says which decisions there are. */
  static async open(
    dataset: Dataset,
    source: JudgementSource,
    isLive: (decision: string) => boolean,
    watch: Watch,
  ): Promise<ReviewState> {
    const judgement = await source.judgement(watch);
    const questions = await askQuestions(judgement, source, watch);
    return new ReviewState(dataset, judgement, source, questions, new Standing(questions, isLive));
  }

  /** Takes up the decisions of these ids as they are in the journal. */
  async take(journal: Journal, ids: Iterable<string>, watch: Watch): Promise<void> {
    const slices = new Slices(watch);
    const wanted = [...new Set(ids)];
    const live = wanted.map((id) => [id, journal.forms(id).filter(({ answer }) => answer !== null)] as const);
    const gone: RecordIdentity[] = [];
    for (const [, forms] of live) {
      for (const { basis } of forms)
        for (const record of basis.records) if (this.ids.find(record.assetId) < 0) gone.push(record);
      if (slices.due) await slices.rest();
    }
    const cameBack = await findCameBack(this.dataset, gone, watch);
    const context = { dataset: this.dataset, source: this.source, ids: this.ids, cameBack };
    const changes = new Map<string, readonly Resolved[]>();
    for (const [id, forms] of live) {
      const resolved = forms.flatMap((form) => resolve(context, form) ?? []);
      if (resolved.length < forms.length) this.elsewhereIds.add(id);
      else this.elsewhereIds.delete(id);
      changes.set(id, resolved);
      if (slices.due) await slices.rest();
    }
    // From here in one go: whoever asks meanwhile sees the state before or the state after.
    for (const question of this.standing.put(changes)) this.note(question);
  }

  /** Decisions about records that are not in the dataset. */
  get elsewhere(): number {
    return this.elsewhereIds.size;
  }

  find(assetId: string): number {
    return this.ids.find(assetId);
  }

  stands(question: Question): Stands {
    return this.answered.get(question)?.stands ?? UNANSWERED;
  }

  /** The questions that decisions are about. */
  answeredQuestions(): ReadonlyMap<Question, Answered> {
    return this.answered;
  }

  ownQuestions(): readonly Question[] {
    return this.standing.ownQuestions();
  }

  settled(machine: PeoplesMachine): SettledMachine {
    let made = this.settledOf.get(machine);
    if (made === undefined) {
      made = settledMachine(this.judgement, this.source, machine);
      this.settledOf.set(machine, made);
    }
    return made;
  }

  /** See `settledMachines`. */
  allSettled(): SettledMachine[] {
    return settledMachines(this.judgement, this.source, this.standing, (machine) => this.settled(machine));
  }

  private note(question: Question): void {
    const stands = this.standing.stands(question);
    const isGone = question.kind === 'own' && !this.standing.asks(question);
    if (isGone || stands.about.length === 0) {
      this.answered.delete(question);
      return;
    }
    const answers = new Map(stands.about.map(({ decision }) => [decision.by, decision]));
    const said = [...answers.values()].map(({ answer, assetIds }) => `${answer} ${assetIds.join()}`);
    this.answered.set(question, {
      stands,
      names: [...answers.keys()],
      agree: new Set(said).size === 1,
    });
  }
}

const UNANSWERED: Stands = { status: 'left', answers: [], about: [], changed: [], joined: [] };
