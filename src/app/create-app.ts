import { createEffect, createSignal, onCleanup } from 'solid-js';
import type { EngineClient } from '../client/engine-client';
import type { ImportSource } from '../model/import-request';
import { focusHeading } from '../ui/browser/focus-heading';
import { pageKind } from '../ui/browser/page-kind';
import type { Command } from '../ui/command';
import type { App } from '../ui/context';
import type { FeaturePage, FeatureState, Screen } from '../ui/feature-page';
import { DATASET, toScreen, toStart } from '../ui/state/address';
import { createAddressBook } from '../ui/state/address-text';
import { explainCrash } from '../ui/state/crash-report';
import { followAddress, forgetDeleted } from '../ui/state/follow-address';
import { createIncoming, keptCopyOf } from '../ui/state/incoming';
import { noteLeaving } from '../ui/state/left-pages';
import { createRoute } from '../ui/state/route';
import { createSession } from '../ui/state/session';
import { createSmallScreen } from '../ui/state/small-screen';
import { closePanel, PANEL, TABLE } from '../ui/state/table-address';
import { createTheme } from '../ui/state/theme';
import { createToasts } from '../ui/state/toasts';
import { counted } from '../ui/words';
import { createCommands } from './commands';
import type { EngineApi } from './engine-api';

/** The page's state over a client of the engine, and the state that each feature keeps. */
export function createApp(
  engine: EngineClient<EngineApi>,
  features: readonly FeaturePage[],
  chooseFiles: () => void,
) {
  const session = createSession(engine);
  const screens = features.flatMap((feature) => feature.screens ?? []);
  // The Gateway page starts where it differs from the main page.
  if (pageKind() === 'gateway' && location.hash === '') history.replaceState(null, '', '#/gateway');
  const parts = [DATASET, TABLE, PANEL, ...features.flatMap((feature) => feature.address ?? [])];
  const ids = screens.map(({ id }) => id);
  const route = createRoute(createAddressBook(ids, parts));
  const [dialog, setDialog] = createSignal<string | null>(null);
  const [commands, setCommands] = createSignal<readonly Command[]>([]);
  const goToOpened = () => {
    const opened = session.result();
    if (opened === null) return;
    route.go(toStart, DATASET.with({ id: opened.header.id }));
    focusHeading();
  };
  const inMemoryOnly = () => {
    const open = session.result()?.header;
    if (open === undefined || open.origin === 'sample') return false;
    return !session.datasets().some(({ header }) => header.id === open.id);
  };
  const toasts = createToasts();
  const incoming = createIncoming(
    async ({ sources, origin }, add) => {
      if (await session.importSources(sources, origin, add)) goToOpened();
      else if (session.mapping() !== null) focusHeading();
      else if (session.cancelling()) toasts.say(`${importOf(sources)} cancelled. Nothing was kept.`);
    },
    ({ sources, origin }) => {
      if (session.job() !== null) return false;
      if (origin === 'files' && keptCopyOf(sources, session.datasets()) !== null) return true;
      // The sample gives way without a question: nobody adds an inventory to it.
      return session.result() !== null && session.result()?.header.origin !== 'sample';
    },
  );
  let states: readonly FeatureState[] = [];
  const takeUp: (...given: Parameters<App['take']>) => Promise<void> = async (sources, origin) => {
    for (const state of states) if (await state.takes?.(sources)) return;
    incoming.take(sources, origin);
  };
  const app: App = {
    engine,
    session,
    route,
    small: createSmallScreen(),
    theme: createTheme(),
    toasts,
    dialog,
    setDialog,
    commands,
    onNotice: (listener) => onCleanup(engine.listen(({ kind }) => listener(kind))),
    overview: features.flatMap((feature) => feature.overview ?? []),
    panel: features.flatMap((feature) => feature.panel ?? []),
    preferences: () => states.flatMap((state) => state.preferences ?? []),
    incoming,
    chooseFiles,
    take: (sources, origin) => void takeUp(sources, origin),
    openDataset: (id) => void session.open(id).then((isOpen) => isOpen && goToOpened()),
    goToOpened,
    inMemoryOnly,
    closeDataset: () => (inMemoryOnly() ? setDialog('close-dataset') : app.dropDataset()),
    dropDataset: () => {
      void session.close();
      route.go(toScreen(''), DATASET.with({ id: null }), closePanel);
    },
  };
  states = features.flatMap((feature) => (feature.start === undefined ? [] : [feature.start(app)]));
  setCommands(
    createCommands(
      app,
      screens,
      states.flatMap((state) => state.commands ?? []),
    ),
  );
  void session.refreshDatasets();
  followAddress(engine, session, route);
  forgetDeleted(session, route);
  nameWindow(app, screens, states);
  void explainCrash(engine, session.report);
  onCleanup(warnOfLoss(inMemoryOnly));
  onCleanup(noteLeaving(engine.tab, () => session.job() !== null || session.result() !== null));
  followEngine(engine, app);
  return { app, screens, states };
}

/** Takes up what the engine says by itself: trouble, caching, a changed list of datasets, a restart. */
function followEngine(engine: EngineClient<EngineApi>, { session }: App): void {
  onCleanup(
    engine.listen((event) => {
      if (event.kind === 'trouble') session.report(event.trouble);
      if (event.kind === 'cache') session.setCache(event.state);
      if (event.kind === 'datasets' || event.kind === 'cached') void session.refreshDatasets();
      if (event.kind !== 'restarted') return;
      if (event.trouble !== null) session.report(event.trouble);
      session.replace(event.result);
    }),
  );
  createEffect(() => {
    document.documentElement.dataset['state'] = session.state();
  });
}

/** "Import of big.json", "Import of 3 files". */
function importOf(sources: readonly ImportSource[]): string {
  return `Import of ${sources.length === 1 ? sources[0]!.name : counted(sources.length, 'file')}`;
}

/** Has the browser ask before the page is left, as long as something would be lost with it. */
function warnOfLoss(wouldLose: () => boolean): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (wouldLose()) event.preventDefault();
  };
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}

/** The window's title: the screen and how many assets are open. No name of a file: browsers keep titles in the history. */
function nameWindow(
  { session, route }: App,
  screens: readonly Screen[],
  states: readonly FeatureState[],
): void {
  const start = document.title;
  createEffect(() => {
    const open = session.result();
    const screen = screens.find(({ id }) => id === route.screen());
    const interruption = states.find((state) => state.interruption?.when())?.interruption;
    if (interruption !== undefined) document.title = `${interruption.title} · Doublet`;
    else if (screen !== undefined && open !== null)
      document.title = `${screen.label} · ${counted(open.header.balance.assets, 'asset')} · Doublet`;
    else document.title = screen === undefined || screen.needsDataset ? start : `${screen.label} · Doublet`;
  });
}
