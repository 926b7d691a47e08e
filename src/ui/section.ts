import type { Component } from 'solid-js';
import type { OpenResult } from '../client/api';
import type { Comparison } from '../model/comparison';
import type { PanelView } from './state/table-address';

/** Where a section of the Overview stands, from top to bottom; within a zone the order of the features holds. */
export const OVERVIEW_ZONES = [
  'losses',
  'headline',
  'answer',
  'figures',
  'save',
  'charts',
  'start',
  'details',
] as const;

/** A section of the Overview; a feature that has nothing to say for a result renders nothing. */
export interface OverviewSection {
  readonly zone: (typeof OVERVIEW_ZONES)[number];
  readonly component: Component<{ readonly result: OpenResult }>;
}

/** Where a section of the side panel stands, from top to bottom. */
export const PANEL_ZONES = ['why', 'fields', 'sources', 'origin'] as const;

/** A section of the side panel about the records compared there. */
export interface PanelSection {
  readonly zone: (typeof PANEL_ZONES)[number];
  readonly component: Component<{ readonly panel: PanelView; readonly comparison: Comparison }>;
}

/** The sections of one zone, in the order given. */
export function ofZone<T extends { readonly zone: string }>(
  sections: readonly T[],
  zone: T['zone'],
): readonly T[] {
  return sections.filter((section) => section.zone === zone);
}
