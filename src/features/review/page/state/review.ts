import { createEffect, createMemo, createSignal, on } from 'solid-js';
import type { KitCalls } from '../../../../client/api';
import type { Answer } from '../../../../model/decision';
import type { Outcome } from '../../../../model/outcome';
import { downloadBlob } from '../../../../ui/browser/download';
import type { App } from '../../../../ui/context';
import { REVIEW } from '../../../../ui/state/review-address';
import { counted } from '../../../../ui/words';
import type { ReviewCalls } from '../../calls';
import type { LoadedDecisions, QueueQuery, ReviewView } from '../../types';
import { answerFault, replyOf } from './draft';
import { createDrafts } from './drafts';
import { createReviewPreferences } from './preferences';
import type { ReviewDialog, ReviewPage } from './review-page';
import { createWalk } from './walk';
import { ANSWER_WORDS, shortTitle } from './words';

const FIRST_QUERY: QueueQuery = { part: 'left', order: 'freed', cause: null, strength: null };
const silent = () => undefined;

/** See `ReviewPage`. */
export function createReviewPage(engine: ReviewCalls & KitCalls, app: App): ReviewPage {
  const { session, route } = app;
  const [view, setView] = createSignal<ReviewView | null>(null);
  const [trouble, setTrouble] = createSignal('');
  const [said, setSaid] = createSignal('');
  const [revealed, setRevealed] = createSignal<string | null>(null);
  const [saved, setSaved] = createSignal('');
  const [loaded, setLoaded] = createSignal<LoadedDecisions | null>(null);
  const [dialog, setDialog] = createSignal<ReviewDialog | null>(null);
  const [template, setTemplate] = createSignal<ReturnType<ReviewPage['template']>>(null);
  const [byHand, setByHand] = createSignal<ReadonlyMap<string, number>>(new Map());
  const { preferences, change: setPreferences } = createReviewPreferences();
  const walk = createWalk(engine, session.report);
  const revision = () => session.result()?.revision ?? null;

  const take = (outcome: Outcome<ReviewView>) => {
    if (outcome.ok) setView(outcome.value);
    else if (outcome.trouble !== null) session.report(outcome.trouble);
    return outcome.ok;
  };
  /** Whether the view was read since the screen was left: the settings of the judgement may have changed meanwhile. */
  let isFresh = false;
  const load = async () => {
    const of = revision();
    if (of === null) return;
    const outcome = await engine.review(silent);
    if (of !== revision()) return;
    if (outcome.ok) {
      isFresh = true;
      setView(outcome.value);
    }
    const failed = outcome.ok ? null : outcome.trouble;
    setTrouble(failed === null ? '' : `${failed.what} ${failed.remedy}`);
  };
  createEffect(
    on(revision, (of) => {
      isFresh = false;
      setView(null);
      forgetAll();
      setByHand(new Map());
      setSaid('');
      setSaved('');
      walk.close();
      if (of !== null) void load();
    }),
  );
  app.onNotice((kind) => {
    if (kind !== 'decisions' || revision() === null) return;
    void load().then(walk.refresh);
  });

  const kept = createMemo(() => view()?.query ?? null);
  const query = createMemo<QueueQuery>(
    () => {
      const { part, order, cause } = route.of(REVIEW);
      const left = kept();
      if (part === null)
        return left ?? { part: 'left', order: order ?? 'freed', cause: null, strength: null };
      return {
        part,
        order: order ?? left?.order ?? 'freed',
        cause: cause === '' ? null : (cause as QueueQuery['cause']),
        strength: null,
      };
    },
    FIRST_QUERY,
    { equals: isSameQuery },
  );
  const [goesOn, setGoesOn] = createSignal(false);
  createEffect(
    on(
      () => [revision(), view()?.end == null],
      () => setGoesOn(false),
    ),
  );
  // A question that was opened by itself, as from the history, shows also behind the end.
  const isEnded = createMemo(
    () => query().part === 'left' && view()?.end != null && !goesOn() && walk.item()?.at !== -1,
  );
  const question = () => (isEnded() ? null : walk.item());
  const isSecond = () => query().part === 'sample';
  const { draft, change, forget, forgetAll, current, choose } = createDrafts(question, isSecond);

  const open = (resume: boolean) => walk.open(query(), resume);
  let entered: { readonly of: number; readonly query: QueueQuery } | null = null;
  const enter = async () => {
    const of = revision();
    // Without a view it is on its way, and this is called again once it is there.
    if (of === null || view() === null) return;
    if (!isFresh) await load();
    if (of !== revision()) return;
    const { records } = route.of(REVIEW);
    if (walk.of() === null || entered?.of !== of || !isSameQuery(entered.query, query())) {
      if (entered !== null) setSaid('');
      entered = { of, query: query() };
      await open(true);
    }
    if (records !== '' && of === revision()) await showQuestionAbout(records);
  };
  /** The question about records that a link names; then the link has done its work. */
  const showQuestionAbout = async (records: string) => {
    route.adjust(REVIEW.with({ records: '' }));
    const found = await engine.questionAbout(records.split('.').map(Number));
    if (found.ok && found.value !== null) await walk.show(found.value);
    else setSaid('Nothing is asked about these records: whatever was answered, it would free none.');
  };
  const answer = async (given: Answer) => {
    const item = question();
    if (item === null) return;
    const fault = answerFault(item, draft(), given);
    if (fault !== null) {
      setSaid(fault);
      return;
    }
    const reply = replyOf(item, draft(), given);
    const words = reply.parts === undefined ? ANSWER_WORDS[given] : 'two machines';
    const unlike =
      preferences().blind && given !== item.proposal.answer
        ? ` The judgement says ${ANSWER_WORDS[item.proposal.answer]}.`
        : '';
    setSaid(`${shortTitle(item.title)}: ${words}.${unlike}`);
    choose(null);
    const done = walk.answer(reply);
    const fresh = await done;
    if (fresh === null) {
      setSaid(`${shortTitle(item.title)}: the answer was not kept.`);
      return;
    }
    setView(fresh);
    forget(item.id);
    const key = `${item.proposal.cause} ${given}`;
    setByHand((before) => new Map(before).set(key, (before.get(key) ?? 0) + 1));
  };
  let reversed: Promise<void> = Promise.resolve();
  /** One after the other: a key that follows at once acts upon what the one before it leaves. */
  const reverse = (call: 'undoDecision' | 'redoDecision') => {
    reversed = reversed.then(() => reverseNow(call)).catch(() => undefined);
    return reversed;
  };
  const reverseNow = async (call: 'undoDecision' | 'redoDecision') => {
    await walk.settled();
    const before = view();
    const what = call === 'undoDecision' ? before?.canUndo : before?.canRedo;
    if (what == null) {
      setSaid(call === 'undoDecision' ? 'There is nothing to take back.' : 'There is nothing to do again.');
      return;
    }
    if (!take(await engine[call]())) return;
    setByHand(new Map());
    setSaid(`${call === 'undoDecision' ? 'Taken back' : 'Done again'}: ${what}.`);
    const [step] = await historyOf(1);
    choose(null);
    if (step?.item == null || step.more > 0) await open(true);
    else {
      forget(step.item);
      await walk.show(step.item);
    }
  };
  const historyOf = async (count: number) => {
    const outcome = await engine.decisionHistory(0, count);
    return outcome.ok ? outcome.value : [];
  };
  return {
    view,
    trouble,
    walk,
    question,
    isEnded,
    goOn: () => setGoesOn(true),
    query,
    draft,
    change,
    current,
    choose,
    said,
    say: setSaid,
    hidden: () => preferences().blind && question()?.status !== 'decided' && revealed() !== question()?.id,
    reveal: () => setRevealed(question()?.id ?? null),
    dialog,
    setDialog: (next) => {
      setTemplate(null);
      setDialog(next);
    },
    openTemplate: (cause, given) => {
      setTemplate({ cause, answer: given });
      setDialog('template');
    },
    template,
    preferences,
    setPreferences,
    answer,
    undo: () => reverse('undoDecision'),
    redo: () => reverse('redoDecision'),
    take,
    enter,
    leave: () => {
      entered = null;
      isFresh = false;
      walk.close();
    },
    reopen: () => open(true),
    restart: () => open(false),
    save: async () => {
      const made = await session.run('report', 'Saving the decisions', (on) => engine.saveDecisions(on));
      if (made === null) return;
      downloadBlob(made.blob, made.fileName);
      setSaved(`Saved ${made.shownName} (${counted(made.rows, 'decision')}).`);
      await load();
    },
    saved,
    load: async (files) => {
      const read = await session.run('report', 'Loading decisions', (on) => engine.loadDecisions(files, on));
      if (read === null) return;
      setLoaded(read);
      setDialog('loaded');
      await load();
      await open(true);
    },
    loaded,
    byHand,
  };
}

function isSameQuery(a: QueueQuery, b: QueueQuery | null): boolean {
  return (
    b !== null && a.part === b.part && a.order === b.order && a.cause === b.cause && a.strength === b.strength
  );
}
