import { findDuplicates } from '../../../detect/pipeline';
import { textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { DecisionSource } from '../../../model/decision';
import type { CauseText, Judgement, PairEvidence } from '../../../model/judgement';
import type { JudgementSource } from '../../../model/judgement-source';
import { TroubleError } from '../../../model/outcome';
import { UNWATCHED, type Watch } from '../../../model/progress';
import type { AssetIndex } from '../../../model/units';
import type { ReportContribution } from '../../../report/section';
import { compareAssets } from '../../../tables/comparison/compare';
import { createDerived } from '../../../worker/derived';
import type { EngineKit } from '../../../worker/kit';
import { createLatestView } from '../../../worker/latest-view';
import { outcomeOf } from '../../../worker/outcomes';
import type { RecipePart } from '../../../worker/recipe-part';
import type { Opened } from '../../../worker/session';
import type { JudgementDifference, JudgementView, MachineDetail, MachineLink, MachinesCalls } from '../calls';
import { CAUSES } from '../causes';
import { evidenceOf, whyText } from '../evidence/evidence';
import { compareRecords } from '../evidence/facts';
import { sumOf, verdictOf } from '../evidence/verdict';
import { WEIGHT_ROWS } from '../evidence/weights';
import { leaveReason, redundantOf } from '../judge/gate';
import { indexRecords, judge, type RecordIndex } from '../judge/judge';

import { chooseSurvivor } from '../judge/survivor';
import { machineColumns } from '../report/row-columns';
import { machineSections } from '../report/sections';
import { checkJudgementSettings } from '../settings';
import type { JudgementSettings } from '../types';
import { clusterParts } from './cluster-parts';
import { type Entry, entriesOf, lineOf, queryEntries } from './machine-lists';
import { JUDGEMENT_VERSION, packJudgement, unpackJudgement } from './stored-judgement';
import { createStoredSettings } from './stored-settings';

/** The machines' part of the engine, and their part in the reports. */
export interface MachinesEngine {
  readonly calls: MachinesCalls;
  readonly contribution: ReportContribution;
  /** Columns in the rows of the reports: the machine of each asset after what people decided. */
  columnsAfter(decisions: DecisionSource): ReportContribution;
  /** For other features, by `app/`. */
  readonly source: JudgementSource;
  readonly recipe: RecipePart<JudgementSettings>;
}

/** Without the functions that say when a cause applies, which cannot cross to the page. */
const CAUSE_TEXTS: readonly CauseText[] = CAUSES.map(({ id, title, sentence, action, warnings = [] }) => ({
  id,
  title,
  sentence,
  action,
  warnings,
}));

/** Of a decision that was made by a later version. */
const UNKNOWN_CAUSE: CauseText = { id: 'unclear', title: 'Unclear', sentence: '', action: '' };

/** Records compared at a time, and pairs explained. */
const MOST_COMPARED = 20;

/** The judgement of what is open: made once, kept beside the dataset, made again when its settings change. */
export function createMachines(kit: EngineKit): MachinesEngine {
  const { session, jobs } = kit;
  const stored = createStoredSettings(kit);
  let index: { readonly revision: number; readonly index: RecordIndex } | null = null;
  const keyOf = ({ settings }: Opened) =>
    JSON.stringify([JUDGEMENT_VERSION, stored.current(), settings.matchExactly]);
  const derived = createDerived<Judgement>(kit, {
    area: 'machines',
    key: keyOf,
    make: async ({ dataset, grouping, settings, revision }, watch) => {
      const judged = await judge(
        dataset,
        grouping,
        effective(stored.current(), settings.matchExactly),
        watch,
      );
      index = { revision, index: judged };
      return judged.judgement;
    },
    pack: packJudgement,
    unpack: (result, { dataset }) => unpackJudgement(result, dataset.size),
  });
  session.onChange(() => {
    index = null;
  });
  const indexNow = (): RecordIndex => {
    const { dataset, settings, revision } = session.requireOpen();
    if (index?.revision !== revision) {
      const made = indexRecords(dataset, effective(stored.current(), settings.matchExactly));
      index = { revision, index: made };
    }
    return index.index;
  };
  const judgementNow = async (watch: Watch): Promise<Judgement> => {
    await stored.ready();
    return derived.get(watch);
  };
  const lists = createLatestView<{ readonly dataset: Dataset; readonly entries: readonly Entry[] }>(session);
  const viewOf = (judgement: Judgement, difference: JudgementDifference | null): JudgementView => ({
    asOf: judgement.asOf,
    figures: judgement.figures,
    settings: stored.current(),
    suspects: judgement.suspects,
    weights: WEIGHT_ROWS,
    causes: CAUSE_TEXTS,
    difference,
  });
  const calls: MachinesCalls = {
    judgement: (onProgress) =>
      jobs.run('result', 'Judging', onProgress, async (watch) => viewOf(await judgementNow(watch), null)),
    changeJudgement: (settings, onProgress) =>
      jobs.run('result', 'Judging again', onProgress, async (watch) => {
        const before = (await judgementNow(watch)).figures;
        await stored.write(settings);
        index = null;
        derived.forget();
        const after = await derived.get(watch);
        return viewOf(after, differenceOf(before, after.figures));
      }),
    openMachines: (query) =>
      outcomeOf('Ordering the machines', async () => {
        const { dataset } = session.requireOpen();
        const view = await lists.open(async (watch) => ({
          dataset,
          entries: queryEntries(dataset, await judgementNow(watch), query),
        }));
        return view.entries.length;
      }),
    machineLines: (from, count) =>
      outcomeOf('Reading the machines', () => {
        const view = lists.current();
        return view?.entries.slice(from, from + count).map((entry) => lineOf(view.dataset, entry)) ?? [];
      }),
    openMachine: (list, id) =>
      outcomeOf('Opening the machine', async (): Promise<MachineDetail | null> => {
        const { dataset, grouping } = session.requireOpen();
        const judgement = await judgementNow(UNWATCHED);
        const entry = entriesOf(judgement, list).find((one) => one.id === id);
        if (entry === undefined) return null;
        const shown = entry.assets.slice(0, MOST_COMPARED);
        const hidden = entry.assets.length - shown.length + entry.more;
        const leftOf = (): MachineDetail['left'] =>
          entry.keep === null
            ? []
            : shown.flatMap((asset) => {
                const gate = { records: indexNow().records, keep: entry.keep, inConflict };
                const why = asset === entry.keep ? null : leaveReason(gate, asset);
                return why === null ? [] : [{ assetId: textAt(dataset.columns.assetId, asset), why }];
              });
        return {
          line: lineOf(dataset, entry),
          machine: judgement.machines.find((machine) => machine.id === id && list !== 'apart') ?? null,
          left: leftOf(),
          comparison: compareAssets(dataset, grouping, shown, hidden),
          evidence: pairsOf(indexNow(), entry, shown),
          links: entry.strength === null ? [] : linksOf(indexNow(), shown),
        };
      }),
    clusterParts: (cluster) =>
      outcomeOf('Taking the cluster apart', async () => {
        const { dataset, grouping } = session.requireOpen();
        return clusterParts(dataset, grouping, await judgementNow(UNWATCHED), cluster);
      }),
    previewIgnored: (entry, onProgress) =>
      jobs.run('report', 'Trying it without that value', onProgress, async (watch) => {
        const { dataset, grouping, settings } = session.requireOpen();
        const without = { ...settings, ignored: [...settings.ignored, entry] };
        const { summary } = await findDuplicates(dataset, without, watch);
        const { duplicateAssets, groups, clusters } = grouping.summary;
        return {
          duplicateAssets: duplicateAssets - summary.duplicateAssets,
          groups: groups - summary.groups,
          clusters: clusters - summary.clusters,
        };
      }),
    explainAssets: (first, second) =>
      outcomeOf('Explaining', () => {
        const { dataset } = session.requireOpen();
        const assets = [findAsset(dataset, first), findAsset(dataset, second)] as const;
        const { records, shared } = indexNow();
        const evidence = evidenceOf(records, shared, assets[0], assets[1]);
        return { evidence, text: whyText(evidence) };
      }),
  };
  const inConflict: JudgementSource['inConflict'] = (first, second) => {
    const { records, shared } = indexNow();
    return compareRecords(records, shared, first, second).vetoes.length > 0;
  };
  const recipe: RecipePart<JudgementSettings> = {
    member: 'judgement',
    title: 'Judgement',
    labels: {
      useLists: 'Values known to identify nothing',
      aliveDays: 'Days in which an agent is alive',
      staleDays: 'Days until an asset is stale',
    },
    read: async () => {
      await stored.ready();
      return stored.current();
    },
    check: checkJudgementSettings,
    apply: async (settings) => {
      await stored.write(settings);
      index = null;
      derived.forget();
      return null;
    },
  };
  return {
    calls,
    recipe,
    source: {
      judgement: judgementNow,
      evidence: (first, second) => {
        const { records, shared } = indexNow();
        return evidenceOf(records, shared, first, second);
      },
      hasLivingAgent: (asset) => indexNow().records.alive[asset] === 1,
      redundant: (keep, candidates) =>
        redundantOf({ records: indexNow().records, keep, candidates, inConflict }),
      survivor: (assets) => chooseSurvivor(indexNow().records, assets, stored.current().survivorOrder),
      weigh: (first, second) => {
        const { records, shared } = indexNow();
        const facts = compareRecords(records, shared, first, second);
        return { sum: sumOf(facts), verdict: verdictOf(facts) };
      },
      causeText: (cause) => CAUSE_TEXTS.find(({ id }) => id === cause) ?? UNKNOWN_CAUSE,
      inConflict,
    },
    columnsAfter: (decisions) => machineColumns(judgementNow, decisions),
    contribution: async ({ dataset }, watch) => machineSections(dataset, await judgementNow(watch)),
  };
}

/** "Match exactly" leaves out identifiers beyond the five fields and all lists. */
function effective(settings: JudgementSettings, matchExactly: boolean): JudgementSettings {
  return matchExactly ? { ...settings, identifiers: [], useLists: false } : settings;
}

function differenceOf(before: Judgement['figures'], after: Judgement['figures']): JudgementDifference {
  return {
    machines: after.machines - before.machines,
    redundant: after.redundant - before.redundant,
    weak: after.weak - before.weak,
  };
}

/** The pairs that explain an entry: each record against the one that is kept, or the first. */
function pairsOf(
  { records, shared }: RecordIndex,
  entry: Entry,
  shown: readonly AssetIndex[],
): PairEvidence[] {
  const first = entry.keep !== null && shown.includes(entry.keep) ? entry.keep : shown[0]!;
  return shown.filter((asset) => asset !== first).map((asset) => evidenceOf(records, shared, first, asset));
}

/** Records between which lines are drawn. */
const MOST_LINKED = 12;

/** What stands between any two records of a machine of three or more. */
function linksOf({ records, shared }: RecordIndex, shown: readonly AssetIndex[]): MachineLink[] {
  const drawn = shown.length < 3 ? [] : shown.slice(0, MOST_LINKED);
  return drawn.flatMap((first, a) =>
    drawn.slice(a + 1).flatMap((second, after): MachineLink[] => {
      const { verdict, items } = evidenceOf(records, shared, first, second);
      if (verdict === 'none') return [];
      return [{ between: [a, a + 1 + after], verdict, says: items[0]?.says ?? '' }];
    }),
  );
}

function findAsset(dataset: Dataset, id: string): AssetIndex {
  const wanted = id.trim();
  for (let asset = 0; asset < dataset.size; asset++) {
    if (textAt(dataset.columns.assetId, asset) === wanted) return asset;
  }
  throw new TroubleError({
    code: 'no-such-asset',
    what: `There is no asset with the ID “${wanted.slice(0, 60)}” in this dataset.`,
    remedy: 'Enter an asset ID as it stands in the first column of the table.',
  });
}
