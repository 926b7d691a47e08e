import { createContext, useContext } from 'solid-js';
import type { Command } from '../app/commands';
import type { KitCalls } from '../client/api';
import type { Gateway } from '../features/gateway/page/state';
import type { Sensor } from '../features/sensor/page/state/sensor';
import type { DatasetOrigin } from '../model/dataset';
import type { ImportSource } from '../model/import-request';
import type { Reports } from './state/reports';
import type { Route } from './state/route';
import type { Session } from './state/session';
import type { Table } from './state/table';
import type { TableLayout } from './state/table-layout';
import type { Theme } from './state/theme';

export type OpenDialog = 'settings' | 'palette' | null;

/** What screens may reach; parts take props instead. */
export interface App {
  /** See `useEngine` for the calls of a feature. */
  readonly engine: KitCalls;
  readonly session: Session;
  readonly route: Route;
  /** Whether the window is as narrow as a phone. */
  readonly small: () => boolean;
  readonly table: Table;
  readonly layout: TableLayout;
  readonly reports: Reports;
  readonly gateway: Gateway;
  readonly sensor: Sensor;
  readonly theme: { theme(): Theme; choose(theme: Theme): void };
  readonly dialog: () => OpenDialog;
  readonly setDialog: (dialog: OpenDialog) => void;
  readonly commands: () => readonly Command[];
  /** Lets the person choose files. */
  chooseFiles(): void;
  /** Imports; asks first whether to replace or add when a dataset is open. */
  take(sources: readonly ImportSource[], origin: DatasetOrigin): void;
  trySample(): void;
  openDataset(id: string): void;
}

export const AppContext = createContext<App>();

/**
 * The engine with a feature's own calls, for the page of that feature: `useEngine<SensorCalls>()`. The app puts in an
 * engine that has the calls of every feature.
 */
export function useEngine<Calls>(): Calls & KitCalls {
  return useApp().engine as Calls & KitCalls;
}

/** The app around this component. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error('A screen was rendered outside the app.');
  return app;
}
