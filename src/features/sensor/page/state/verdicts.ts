import { type Accessor, createEffect, createMemo, createResource, createSignal, on } from 'solid-js';
import { valueOr } from '../../../../model/outcome';
import { createLineCache } from '../../../../ui/state/line-cache';
import type { SensorCalls } from '../../calls';
import { ALL_VERDICTS, type VerdictLine, type VerdictQuery } from '../../types/list';
import type { SensorView } from '../../types/view';
import type { SensorPlace } from './place';

const NONE = new Uint32Array(0);

/** The verdict list, opened in the worker while its screen shows. */
export function createVerdicts(
  engine: Pick<SensorCalls, 'openVerdicts' | 'verdictLines' | 'sensorDisagreements'>,
  revision: Accessor<number | null>,
  view: Accessor<SensorView | null>,
  place: Accessor<SensorPlace>,
) {
  const lines = createLineCache<VerdictLine>((from, count) => engine.verdictLines(from, count));
  const [count, setCount] = createSignal<number | null>(null);
  const [version, setVersion] = createSignal(0);
  const [disagreements] = createResource(
    () => (place().judged === null ? null : (view()?.revision ?? null)),
    async () => valueOr(await engine.sensorDisagreements(), null),
  );
  const query = createMemo<VerdictQuery>(
    () => {
      const { search, outcome, criterion, row, sort, changed, judged } = place();
      const ofChange = changed === null ? null : (view()?.difference?.[changed] ?? null);
      const assets = judged === null ? ofChange : (disagreements()?.[judged] ?? NONE);
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
