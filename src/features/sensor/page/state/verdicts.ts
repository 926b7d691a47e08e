import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import { createLineCache } from '../../../../ui/state/line-cache';
import type { SensorCalls } from '../../calls';
import { ALL_VERDICTS, type VerdictLine, type VerdictQuery } from '../../types/list';
import type { SensorView } from '../../types/view';
import type { SensorPlace } from './place';

/** The verdict list, opened in the worker while its screen shows. */
export function createVerdicts(
  engine: Pick<SensorCalls, 'openVerdicts' | 'verdictLines'>,
  revision: Accessor<number | null>,
  view: Accessor<SensorView | null>,
  place: Accessor<SensorPlace>,
) {
  const lines = createLineCache<VerdictLine>((from, count) => engine.verdictLines(from, count));
  const [count, setCount] = createSignal<number | null>(null);
  const [version, setVersion] = createSignal(0);
  const query = createMemo<VerdictQuery>(
    () => {
      const { search, outcome, criterion, row, sort, changed } = place();
      const assets = changed === null ? null : (view()?.difference?.[changed] ?? null);
      return { search: search.trim(), outcome, criterion, row, sort, assets };
    },
    ALL_VERDICTS,
    {
      equals: (one, other) =>
        one.assets === other.assets &&
        JSON.stringify({ ...one, assets: null }) === JSON.stringify({ ...other, assets: null }),
    },
  );
  let latest = 0;
  createEffect(
    on([revision, () => view()?.revision, query], async ([opened, checked, wanted]) => {
      const mine = ++latest;
      if (opened === null || checked === undefined) return;
      const outcome = await engine.openVerdicts(wanted);
      if (mine !== latest || !outcome.ok) return;
      lines.clear();
      setCount(outcome.value);
      setVersion((before) => before + 1);
    }),
  );
  return { count, version, line: lines.line, want: lines.want };
}
