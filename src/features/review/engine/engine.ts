import type { DecisionSource } from '../../../model/decision';
import type { JudgementSource } from '../../../model/judgement-source';
import { TroubleError } from '../../../model/outcome';
import { UNWATCHED, type Watch } from '../../../model/progress';
import type { ReportContribution } from '../../../report/section';
import type { EngineKit } from '../../../worker/kit';
import { createLatestView } from '../../../worker/latest-view';
import { outcomeOf } from '../../../worker/outcomes';
import { releaseCallback } from '../../../worker/release-callback';
import { createWatch } from '../../../worker/task-context';
import type { ReviewCalls } from '../calls';
import type { Journal } from '../journal/journal';
import type { Change, Step } from '../journal/steps';
import { changesBy, type Deciding, raised, readReply } from '../queue/decide';
import { endOf, figuresOf } from '../queue/figures';
import { findMember } from '../queue/find-member';
import { findQuestion } from '../queue/find-question';
import { compareWith, itemOf, titleOf } from '../queue/item';
import { makeQueue, type Queue } from '../queue/order';
import { type Question, questionId } from '../queue/questions';
import { previewOf, templateAnswers } from '../queue/template';
import type { ReviewState } from '../standing/review-state';
import type { QueueQuery, ReviewView } from '../types';
import { createDecisionFiles } from './files';
import { answerWords, historyOf, templateWords } from './history';
import { Pace } from './pace';
import { createPlaces } from './place';
import { createReviewOfOpen } from './review-of-open';
import { createReviewer } from './reviewer';

/** What the review is given by `app/`. */
export interface ReviewSources {
  readonly judgement: JudgementSource;
}

/** The review's part of the engine, and its part in the reports. */
export interface ReviewEngine {
  readonly calls: ReviewCalls;
  readonly contribution: ReportContribution;
  /** For other features, by `app/`. */
  readonly source: DecisionSource;
}

/** The review: a queue of questions over the judgement of what is open, and the journal of what people answered. */
export function createReview(kit: EngineKit, { judgement: source }: ReviewSources): ReviewEngine {
  const { session, cache } = kit;
  const review = createReviewOfOpen(kit, source);
  const { journal } = review;
  const reviewer = createReviewer(kit);
  const places = createPlaces(kit);
  const pace = new Pace();
  const views = createLatestView<{ readonly view: ReviewView }>(session);
  const queues = createLatestView<{ readonly state: ReviewState; readonly queue: Queue }>(session);

  const datasetName = () => session.opened()?.dataset.header.name ?? '';
  const stepOf = (
    kind: Step['kind'],
    what: string,
    changes: readonly Change[],
    of: string | null = null,
  ): Step => ({
    version: 1,
    id: crypto.randomUUID(),
    kind,
    at: Date.now(),
    what,
    dataset: datasetName(),
    of,
    changes,
    inFile: [],
  });
  const deciding = (origin: Deciding['origin']): Deciding => ({
    by: reviewer.name(),
    at: Date.now(),
    origin,
    dataset: datasetName(),
    second: queues.current()?.queue.query.part === 'sample',
    newId: () => crypto.randomUUID(),
  });
  const stateNow = async (watch: Watch, asHeard = false): Promise<ReviewState> => {
    await reviewer.ready();
    return review.now(watch, asHeard);
  };
  const keptNow = async (): Promise<ReviewView['kept']> => {
    const store = (await cache.isOn()) ? await cache.store() : null;
    if (store !== null && !journal.inMemory()) return { in: 'browser' };
    const { reason } = await cache.state();
    return { in: 'page', reason: reason ?? 'This browser keeps nothing for this page.' };
  };
  const viewOf = async (state: ReviewState): Promise<ReviewView> => {
    const current = journal.journal();
    const figures = figuresOf(state, reviewer.name(), current.onlyHere, pace.perHour());
    const place = await places.read(session.requireOpen().dataset.header.id);
    return {
      figures,
      by: reviewer.name(),
      kept: await keptNow(),
      canUndo: wordsOf(current, 'undoable', datasetName()),
      canRedo: wordsOf(current, 'redoable', datasetName()),
      query: place?.query ?? null,
      unread: journal.unread(),
      end: endOf(state, figures),
    };
  };
  /** Does something with the state, then shows it. */
  const changing = (doing: string, work: (state: ReviewState) => Promise<void>) =>
    outcomeOf(doing, () =>
      review.alone(async () => {
        await work(await stateNow(UNWATCHED));
        // Keeping the step has looked into the store.
        return viewOf(await stateNow(UNWATCHED, true));
      }),
    );
  const reading = <T>(doing: string, work: (state: ReviewState) => T | Promise<T>, asHeard = false) =>
    outcomeOf(doing, () => review.alone(async () => work(await stateNow(UNWATCHED, asHeard))));
  const reverse = async (kind: 'undo' | 'redo') => {
    const made = await journal.add((current) => {
      const logged = kind === 'undo' ? current.undoable : current.redoable;
      if (logged === null) return null;
      const what = `${kind === 'undo' ? 'Taken back' : 'Done again'}: ${logged.step.what}`;
      return stepOf(kind, what, current.reversal(logged, kind, Date.now()), logged.step.id);
    });
    if (made === null) throw nothingTo(kind);
  };
  const questionOf = (state: ReviewState, id: string) => {
    const question = findQuestion(state, id);
    if (question !== null) return question;
    throw new TroubleError({
      code: 'no-such-question',
      what: 'This question is not asked any more: the dataset or its judgement has changed.',
      remedy: 'Open the queue again. Nothing was changed.',
    });
  };
  const files = createDecisionFiles({ kit, review, reviewer, stateNow, stepOf, deciding });
  const calls: ReviewCalls = {
    review: (onProgress) =>
      // No job: it would end that of the Machines page, which judges at the same moment, or be ended by it.
      outcomeOf('Preparing the review', async () => {
        const { view } = await views.open(async (watch) => {
          const { report } = createWatch(() => false, onProgress);
          const state = await review.alone(() => stateNow({ ...watch, report }));
          return { view: await viewOf(state) };
        });
        return view;
      }).finally(() => releaseCallback(onProgress)),
    openQueue: (query) =>
      outcomeOf('Ordering the queue', async () => {
        const view = await queues.open((watch) =>
          review.alone(async () => {
            const state = await stateNow(watch);
            return { state, queue: await makeQueue(state, query, reviewer.name(), watch) };
          }),
        );
        return view.queue.questions.length;
      }),
    compareWith: (item, added) =>
      reading('Comparing', (state) => {
        const assets = added.map((id) => state.find(id)).filter((asset) => asset >= 0);
        return compareWith(state, session.requireOpen().grouping, questionOf(state, item), assets);
      }),
    reviewItem: (place, peek = false) =>
      reading(
        'Opening the question',
        (state) => {
          const queue = queues.current()?.queue ?? null;
          const question =
            typeof place === 'number' ? (queue?.questions[place] ?? null) : findQuestion(state, place);
          if (question === null) return null;
          const { grouping, dataset } = session.requireOpen();
          const at = queue?.placeOf.get(question) ?? -1;
          if (queue !== null && at >= 0 && !peek)
            places.write(dataset.header.id, {
              query: queue.query,
              item: questionId(dataset, question.assets),
            });
          return itemOf(state, grouping, question, at, queue?.questions.length ?? 0);
        },
        true,
      ),
    reviewPlace: () =>
      reading('Finding the place', async (state) => {
        const left = await places.read(session.requireOpen().dataset.header.id);
        const queue = queues.current()?.queue;
        if (left === null || queue === undefined) return 0;
        const place = left.parts?.[queue.query.part] ?? left;
        if (place.item === null || !isSameQuery(place.query, queue.query)) return 0;
        const question = findQuestion(state, place.item);
        if (question === null) return 0;
        const at = queue.from(question);
        return at < queue.questions.length ? at : 0;
      }),
    questionAbout: (assets) =>
      reading('Finding the question', (state) => {
        const [first = -1] = assets;
        const about = [
          ...state.questions.of(first).map((at) => state.questions.all[at]!),
          ...state.ownQuestions(),
        ].filter((question) => assets.every((asset) => question.assets.includes(asset)));
        const question = about.reduce<Question | null>(
          (least, one) => (least === null || one.assets.length < least.assets.length ? one : least),
          null,
        );
        return question === null ? null : questionId(state.dataset, question.assets);
      }),
    decide: (reply) =>
      changing('Keeping the decision', async (state) => {
        const question = questionOf(state, reply.item);
        const answer = readReply(state, question, reply);
        const what = answerWords(
          titleOf(state, question),
          answer.answer,
          answer.parts.flat().length,
          answer.parts.length,
        );
        await journal.add((current) =>
          stepOf('do', what, changesBy(state, current, answer, deciding('review'))),
        );
        pace.note(Date.now());
      }),
    undoDecision: () => changing('Taking back', () => reverse('undo')),
    redoDecision: () => changing('Doing again', () => reverse('redo')),
    decisionHistory: (from, count) =>
      reading('Reading the history', (state) => historyOf(journal.journal(), state, from, count)),
    editDecision: (id, change) =>
      changing('Changing the decision', async () => {
        const made = await journal.add((current) => {
          const forms = current.forms(id);
          const [form] = forms;
          if (form === undefined) return null;
          if (change.keep != null && !form.assetIds.includes(change.keep)) return null;
          const answered = change.answer === undefined || change.answer === form.answer;
          const by = answered ? {} : { by: reviewer.name() };
          const what = change.answer === null ? 'Decision taken back' : 'Decision changed';
          return stepOf('do', what, [{ id, forms: raised(forms, { ...change, ...by, at: Date.now() }) }]);
        });
        if (made === null) throw noSuchDecision();
      }),
    previewTemplate: (cause, answer) =>
      reading('Preparing the template', (state) => previewOf(state, cause, answer, UNWATCHED)),
    applyTemplate: (cause, answer, except) =>
      changing('Applying the template', async (state) => {
        const answers = templateAnswers(state, cause, answer, except);
        if (answers.length === 0) throw nothingLeft();
        const what = templateWords(source.causeText(cause).title, answer, answers.length);
        const by = { ...deciding('template'), second: false };
        await journal.add((current) =>
          stepOf(
            'do',
            what,
            answers.flatMap((one) => changesBy(state, current, one, by)),
          ),
        );
      }),
    findMember: (text) =>
      outcomeOf('Searching', () => findMember(session.requireOpen().dataset, text, UNWATCHED)),
    setReviewer: (name) =>
      changing('Keeping the name', async () => {
        await reviewer.rename(name);
      }),
    ...files.calls,
  };
  return {
    calls,
    contribution: files.contribution,
    source: {
      settled: (watch) => review.alone(async () => (await stateNow(watch)).allSettled()),
      decisions: (watch) =>
        review.alone(async () => {
          const { standing } = await stateNow(watch);
          const all = [...standing.decisions()].filter((one) => !standing.isOverruled(one));
          return {
            standing: all.filter((one) => standing.holds(one)).map(({ decision }) => decision),
            asked: all.filter((one) => !standing.holds(one)).map(({ decision }) => decision),
          };
        }),
    },
  };
}

function wordsOf(journal: Journal, which: 'undoable' | 'redoable', dataset: string): string | null {
  const step = journal[which]?.step;
  if (step === undefined) return null;
  return step.dataset === dataset ? step.what : `${step.what} (in “${step.dataset}”)`;
}

function nothingTo(kind: 'undo' | 'redo'): TroubleError {
  return new TroubleError({
    code: `nothing-to-${kind}`,
    what: kind === 'undo' ? 'There is nothing to take back.' : 'There is nothing to do again.',
    remedy: 'Nothing was changed.',
  });
}

function noSuchDecision(): TroubleError {
  return new TroubleError({
    code: 'no-such-decision',
    what: 'There is no such decision, or the record to keep is not one of its records.',
    remedy: 'Open the history again. Nothing was changed.',
  });
}

function nothingLeft(): TroubleError {
  return new TroubleError({
    code: 'template-empty',
    what: 'No question of this cause is left that a template could answer.',
    remedy: 'Questions that are asked again or in conflict are answered one by one. Nothing was changed.',
  });
}

function isSameQuery(a: QueueQuery, b: QueueQuery): boolean {
  return a.part === b.part && a.order === b.order && a.cause === b.cause && a.strength === b.strength;
}
