import { createEffect, createSignal, on, onCleanup, untrack } from 'solid-js';
import type { EngineClient } from '../client/engine-client';
import { sampleSource } from '../features/duplicates/page/import/sample';
import { createGateway } from '../features/gateway/page/state';
import { createSensor } from '../features/sensor/page/state/sensor';
import type { DatasetOrigin } from '../model/dataset';
import type { ImportSource } from '../model/import-request';
import { valueOr } from '../model/outcome';
import { focusHeading } from '../ui/browser/focus-heading';
import { pageKind } from '../ui/browser/page-kind';
import type { App, OpenDialog } from '../ui/context';
import { forgetLeft, noteLeaving, wasLeft } from '../ui/state/left-pages';
import { createReports } from '../ui/state/reports';
import { createRoute } from '../ui/state/route';
import { createSession } from '../ui/state/session';
import { createSmallScreen } from '../ui/state/small-screen';
import { createTable } from '../ui/state/table';
import { createTableLayout } from '../ui/state/table-layout';
import { createTheme } from '../ui/state/theme';
import { START } from '../ui/state/view';
import { timeText } from '../ui/words';
import { createCommands } from './commands';
import type { EngineApi } from './engine-api';
import { SCREENS } from './screens';

/** Files that wait for an answer: in the place of what is open, or added to it? */
export interface Incoming {
  readonly sources: readonly ImportSource[];
  readonly origin: DatasetOrigin;
}

/** Puts the page's state together over a client of the engine. */
export function createApp(engine: EngineClient<EngineApi>, chooseFiles: () => void) {
  const session = createSession(engine);
  // The Gateway page starts where it differs from the main page.
  if (pageKind() === 'gateway' && location.hash === '') history.replaceState(null, '', '#/gateway');
  const route = createRoute();
  const [dialog, setDialog] = createSignal<OpenDialog>(null);
  const [incoming, setIncoming] = createSignal<Incoming | null>(null);
  const small = createSmallScreen();
  const revision = () => session.result()?.revision ?? null;

  /** Shows what was just opened, from its start. */
  const goToOpened = () => {
    const opened = session.result();
    if (opened === null) return;
    route.go({ ...START, dataset: opened.header.id });
    focusHeading();
  };
  const bringIn = async (next: Incoming, add: boolean) => {
    setIncoming(null);
    if (await session.importSources(next.sources, next.origin, add)) goToOpened();
    else if (session.mapping() !== null) focusHeading();
  };
  const take = (sources: readonly ImportSource[], origin: DatasetOrigin) => {
    const next = { sources, origin };
    if (session.result() === null || session.job() !== null) void bringIn(next, false);
    else setIncoming(next);
  };
  const openDataset = async (id: string) => {
    if (await session.open(id)) goToOpened();
  };
  const parts: Omit<App, 'commands'> = {
    engine,
    session,
    route,
    small,
    table: createTable(engine, revision, route.view, small),
    layout: createTableLayout(),
    reports: createReports(engine, session),
    gateway: createGateway(engine, session, goToOpened),
    sensor: createSensor(engine, session),
    theme: createTheme(),
    dialog,
    setDialog,
    chooseFiles,
    take,
    trySample: async () => take([await sampleSource()], 'sample'),
    openDataset: (id) => void openDataset(id),
  };
  const commands = createCommands(parts);
  const app: App = { ...parts, commands: () => commands };

  void session.refreshDatasets();
  followAddress(app, engine);
  forgetDeleted(app);
  nameWindow(app);
  void explainCrash(session, engine);
  onCleanup(noteLeaving(engine.tab, () => session.job() !== null));
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
  return { app, incoming, bringIn, setIncoming, goToOpened };
}

/** Opens the dataset that the address names, at the start and when back or forward lead to another one. */
function followAddress({ session, route }: App, engine: EngineApi): void {
  const follow = async (id: string | null) => {
    if (id === null || id === session.result()?.header.id || session.job() !== null) return;
    if (await neverKept(engine, id)) {
      session.setNotice(
        'The dataset that was open was kept in memory only, so it went when the page was closed or reloaded. Choose its file again to open it.',
      );
      route.adjust({ dataset: session.result()?.header.id ?? null, panel: null });
      return;
    }
    if (!(await session.open(id)))
      route.adjust({ dataset: session.result()?.header.id ?? null, panel: null });
  };
  createEffect(
    on(
      () => route.view().dataset,
      (id) => void follow(id),
    ),
  );
}

/** Whether the dataset can only have been in memory: nothing is kept here, and it is not among what was kept before. */
async function neverKept(engine: EngineApi, id: string): Promise<boolean> {
  const state = await engine.cacheState();
  if (!state.ok || state.value.mode !== 'off') return false;
  const listed = await engine.datasets();
  return listed.ok && !listed.value.some(({ header }) => header.id === id);
}

/** A dataset whose stored copy was deleted here leaves the address, which could not open it again. */
function forgetDeleted({ session, route }: App): void {
  createEffect(() => {
    const id = session.memoryOnly();
    if (id !== null && untrack(route.view).dataset === id) route.adjust({ dataset: null });
  });
}

/** The window's title: the screen and the dataset, so that tabs can be told apart. */
function nameWindow({ session, route }: App): void {
  const start = document.title;
  createEffect(() => {
    const open = session.result();
    const screen = SCREENS.find(({ id }) => id === route.view().screen) ?? SCREENS[0]!;
    if (session.mapping() !== null) document.title = 'Which column holds what? · Doublet';
    else if (open !== null) document.title = `${screen.label} · ${open.header.name} · Doublet`;
    else document.title = screen.needsDataset ? start : `${screen.label} · Doublet`;
  });
}

/** Says once which import ended with its page or worker: broken off by the person, who left the page, or by a crash. */
async function explainCrash(session: App['session'], engine: EngineApi): Promise<void> {
  const crash = valueOr(await engine.lastCrash(), null);
  if (crash === null) return;
  const left = wasLeft(crash.tab);
  forgetLeft(crash.tab);
  session.report(
    left
      ? {
          code: 'left',
          what: `${crash.what}, begun on ${timeText(crash.at)}, was broken off when the page was closed or reloaded.`,
          remedy: 'Nothing of it was kept. Choose the file again to import it.',
        }
      : {
          code: 'crashed',
          what: `Doublet stopped unexpectedly on ${timeText(crash.at)}, during: ${crash.what}.`,
          remedy:
            'What was cached before is whole. If it was a large import, close other tabs and try again.',
        },
  );
}
