import type { Component, ParentComponent } from 'solid-js';
import type { ImportSource } from '../model/import-request';
import type { Command } from './command';
import type { App } from './context';
import type { OverviewSection, PanelSection } from './section';
import type { AddressPart } from './state/address';
import type { PagePreferences } from './state/page-preferences';

/** One screen of the work: it stands in the navigation, in the palette and in the address by its id. */
export interface Screen {
  readonly id: string;
  readonly label: string;
  /** Whether it shows an open dataset; without one, the start page shows in its place. */
  readonly needsDataset: boolean;
  readonly component: Component;
}

/** What takes the place of the screen while `when` holds, as a question that must be answered first. */
export interface Interruption {
  readonly title: string;
  readonly when: () => boolean;
  readonly component: Component;
}

/** A feature's state while the page lives, and what is made from it. */
export interface FeatureState {
  /** Gives the feature's state to its own components. */
  readonly provider?: ParentComponent;
  readonly commands?: readonly Command[];
  readonly interruption?: Interruption;
  readonly preferences?: PagePreferences;
  /** Takes files that were dropped, pasted or chosen, where they are the feature's own; else they are imported. */
  readonly takes?: (sources: readonly ImportSource[]) => Promise<boolean>;
}

/** What a feature adds to the page. The list of features in `app/screens.ts` names each once. */
export interface FeaturePage {
  readonly screens?: readonly Screen[];
  /** The parameters of its screens; no two features may share a name. */
  readonly address?: readonly AddressPart[];
  readonly overview?: readonly OverviewSection[];
  readonly panel?: readonly PanelSection[];
  /** Always mounted; each shows itself when `app.dialog()` or its own state says so. */
  readonly dialogs?: readonly Component[];
  /** In the top bar on every screen: something that must not get out of sight. Mostly it renders nothing. */
  readonly status?: Component;
  /** Shows in the place of a screen that needs a dataset while none is open. */
  readonly landing?: Component;
  /** Makes the feature's state, once, as the page starts. */
  readonly start?: (app: App) => FeatureState;
}
