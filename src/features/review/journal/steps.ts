import * as v from 'valibot';
import type { EpochMilliseconds } from '../../../model/units';
import type { Unread } from '../types';
import { readDecision } from './decision-shape';
import type { Forms } from './forms';

/** What a step made of one decision: its forms from then on, none where it was taken away. */
export interface Change {
  readonly id: string;
  readonly forms: Forms;
}

/**
 * One entry of the journal. It is written whole or not at all, and never changed: `undo` and `redo` are entries, too.
 * `saved` notes that all decisions as they stood after the step `of` are in a file.
 */
export interface Step {
  readonly version: 1;
  readonly id: string;
  readonly kind: 'do' | 'undo' | 'redo' | 'saved';
  readonly at: EpochMilliseconds;
  /** In words: `3 records are one machine`. */
  readonly what: string;
  /** Name of the dataset that was open. */
  readonly dataset: string;
  readonly of: string | null;
  readonly changes: readonly Change[];
  /** Decisions that are in a file as they stand after this step: it was loaded from there. */
  readonly inFile: readonly string[];
}

const STEP = v.looseObject({
  version: v.literal(1),
  id: v.string(),
  kind: v.picklist(['do', 'undo', 'redo', 'saved']),
  at: v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15)),
  what: v.string(),
  dataset: v.string(),
  of: v.nullable(v.string()),
  changes: v.array(v.looseObject({ id: v.string(), forms: v.array(v.unknown()) })),
  inFile: v.array(v.string()),
});

/** An entry as it was stored, without what cannot be read, which is named; `null` where nothing of it can. */
export function readStep(
  stored: unknown,
  key: number,
): { readonly step: Step | null; readonly unread: Unread[] } {
  const place = `Step ${key}`;
  const read = v.safeParse(STEP, stored, { abortEarly: true });
  if (!read.success) {
    const issue = read.issues[0];
    return {
      step: null,
      unread: [{ place, why: `${v.getDotPath(issue) ?? 'entry'}: ${issue.message}` }],
    };
  }
  const unread: Unread[] = [];
  const changes = (read.output.changes as { id: string; forms: unknown[] }[]).flatMap(({ id, forms }) => {
    const decisions = forms.map(readDecision);
    const bad = decisions.find((one) => !one.ok);
    if (bad !== undefined && !bad.ok) {
      unread.push({ place: `${place}, decision ${id.slice(0, 40)}`, why: bad.why });
      return [];
    }
    return [{ id, forms: decisions.flatMap((one) => (one.ok ? [one.decision] : [])) }];
  });
  return { step: { ...(stored as Step), changes }, unread };
}
