import * as v from 'valibot';
import type { Judgement } from '../../../model/judgement';
import type { JudgementSource } from '../../../model/judgement-source';
import type { Watch } from '../../../model/progress';
import type { EpochMilliseconds } from '../../../model/units';
import type { EngineKit } from '../../../worker/kit';
import type { FiguresPoint, JudgedFigures } from '../types';

const AREA = 'changes';
const COUNT = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What is kept for each dataset, so that a chart over all of them opens none. */
const STORED = v.object({
  version: v.literal(1),
  at: v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15)),
  machines: COUNT,
  redundant: COUNT,
  byCause: v.array(v.object({ cause: v.string(), title: v.string(), redundant: COUNT })),
});
type Stored = v.InferOutput<typeof STORED>;

/** The figures of every dataset, written behind each result and read for the charts. */
export interface Figures {
  all(watch: Watch): Promise<FiguresPoint[]>;
  /** The newest kept dataset that is older than `earlier`, neither of the two; `null` for none. */
  before(earlier: string, later: string): Promise<string | null>;
}

export function createFigures(
  { session, cache, background }: EngineKit,
  judgement: Pick<JudgementSource, 'judgement' | 'causeText'>,
): Figures {
  const storedOf = async (watch: Watch): Promise<Stored> => {
    const judged = await judgement.judgement(watch);
    return pack(judged, judgement, session.requireOpen().dataset.header.importedAt);
  };
  background.addStep(async (opened, store, watch) => {
    if (store === null || session.opened()?.revision !== opened.revision) return;
    await store
      .area(AREA)
      .of(opened.dataset.header.id)
      .write(await storedOf(watch));
  });
  const kept = async () => {
    const store = await cache.store();
    const listed = (await store?.list().catch(() => [])) ?? [];
    return Promise.all(
      listed
        .filter(({ damaged }) => !damaged)
        .map(async ({ header }) => {
          const value = await store
            ?.area(AREA)
            .of(header.id)
            .read()
            .catch(() => undefined);
          const read = v.safeParse(STORED, value);
          return { header, stored: read.success ? read.output : null };
        }),
    );
  };
  return {
    all: async (watch) => {
      const points = (await kept()).map(({ header, stored }) =>
        pointOf(header, header.balance.assets, stored, false),
      );
      const opened = session.opened();
      if (opened === null) return points.sort(byTime);
      const { header, size } = opened.dataset;
      const own = pointOf(header, size, await storedOf(watch).catch(() => null), true);
      return [...points.filter(({ dataset }) => dataset.id !== header.id), own].sort(byTime);
    },
    before: async (earlier, later) => {
      const datasets = (await kept()).map(({ header, stored }) => ({
        id: header.id,
        at: stored?.at ?? header.importedAt,
      }));
      const at = datasets.find(({ id }) => id === earlier)?.at ?? Number.NEGATIVE_INFINITY;
      const older = datasets.filter((one) => one.id !== earlier && one.id !== later && one.at <= at);
      return older.sort((a, b) => b.at - a.at)[0]?.id ?? null;
    },
  };
}

const byTime = (a: FiguresPoint, b: FiguresPoint) => a.at - b.at;

function pack(
  { asOf, figures }: Judgement,
  { causeText }: Pick<JudgementSource, 'causeText'>,
  importedAt: EpochMilliseconds,
): Stored {
  return {
    version: 1,
    at: Number.isNaN(asOf) ? importedAt : asOf,
    machines: figures.machines,
    redundant: figures.redundant,
    byCause: figures.byCause
      .filter(({ redundant }) => redundant > 0)
      .map(({ cause, redundant }) => ({ cause, title: causeText(cause).title, redundant })),
  };
}

function pointOf(
  {
    id,
    name,
    importedAt,
  }: { readonly id: string; readonly name: string; readonly importedAt: EpochMilliseconds },
  assets: number,
  stored: Stored | null,
  open: boolean,
): FiguresPoint {
  return {
    dataset: { id, name },
    open,
    at: stored?.at ?? importedAt,
    assets,
    judged: stored === null ? null : (stored as unknown as JudgedFigures),
  };
}
