import { createContext, useContext } from 'solid-js';
import type { EngineNotice, KitCalls } from '../client/api';
import type { DatasetOrigin } from '../model/dataset';
import type { ImportSource } from '../model/import-request';
import type { Command } from './command';
import type { OverviewSection, PanelSection } from './section';
import type { Incoming } from './state/incoming';
import type { PagePreferences } from './state/page-preferences';
import type { Route } from './state/route';
import type { Session } from './state/session';
import type { Theme } from './state/theme';
import type { Toasts } from './state/toasts';

/** What every screen may reach. A feature's own state is in the feature's context; parts take props instead. */
export interface App {
  /** See `useEngine` for the calls of a feature. */
  readonly engine: KitCalls;
  readonly session: Session;
  readonly route: Route;
  /** Whether the window is as narrow as a phone. */
  readonly small: () => boolean;
  readonly theme: { theme(): Theme; choose(theme: Theme): void };
  /** Messages about a moment. */
  readonly toasts: Toasts;
  /** The id of the dialog that is open. */
  readonly dialog: () => string | null;
  readonly setDialog: (dialog: string | null) => void;
  readonly commands: () => readonly Command[];
  /** Calls back for what the engine says by itself, as long as the page lives. */
  onNotice(listener: (kind: EngineNotice['kind'] | 'restarted') => void): void;
  /** Sections that the features add to the Overview and to the side panel, in their order. */
  readonly overview: readonly OverviewSection[];
  readonly panel: readonly PanelSection[];
  /** What the features keep on the page and a recipe holds. */
  preferences(): readonly PagePreferences[];
  /** Files that wait for an answer: in the place of what is open, or added to it? */
  readonly incoming: Incoming;
  /** Lets the person choose files. */
  chooseFiles(): void;
  /** Imports; asks first whether to replace or add when a dataset is open. */
  take(sources: readonly ImportSource[], origin: DatasetOrigin): void;
  openDataset(id: string): void;
  /** Whether what is open would be gone with the page: it is kept nowhere, and is no sample. */
  inMemoryOnly(): boolean;
  /** Shows what was just opened, from its start. */
  goToOpened(): void;
  /** Asks first where what is open would be gone. */
  closeDataset(): void;
  /** Closes it without asking. */
  dropDataset(): void;
}

export const AppContext = createContext<App>();

/** The engine with a feature's own calls; the app puts in an engine that has the calls of every feature. */
export function engineOf<Calls>(app: App): Calls & KitCalls {
  return app.engine as Calls & KitCalls;
}

/** The same for a component: `useEngine<SensorCalls>()`. */
export function useEngine<Calls>(): Calls & KitCalls {
  return engineOf<Calls>(useApp());
}

/** The app around this component. Throws outside it. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error('A screen was rendered outside the app.');
  return app;
}
