import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { type Gate, type Plan, planHandOver } from '../../../../src/features/hand-over/kit/plan';
import { writeKit } from '../../../../src/features/hand-over/kit/write-kit';
import { DEFAULT_HAND_OVER_SETTINGS } from '../../../../src/features/hand-over/settings';
import type { HandOverSettings } from '../../../../src/features/hand-over/types';
import { CAUSES } from '../../../../src/features/machines/causes';
import { compareRecords } from '../../../../src/features/machines/evidence/facts';
import { redundantOf } from '../../../../src/features/machines/judge/gate';
import type { JudgedDataset } from '../../../../src/features/machines/judge/judge';
import type { Decision, SettledMachine } from '../../../../src/model/decision';
import type { CauseText } from '../../../../src/model/judgement';
import { UNWATCHED } from '../../../../src/model/progress';

export const causes = { causeText: (id: string): CauseText => CAUSES.find((cause) => cause.id === id)! };

/** The gate as the machines' engine makes it. */
export function gateOf({ records, shared }: JudgedDataset): Gate {
  const inConflict = (a: number, b: number) => compareRecords(records, shared, a, b).vetoes.length > 0;
  return {
    inConflict,
    hasLivingAgent: (asset) => records.alive[asset] === 1,
    redundant: (keep, candidates) => redundantOf({ records, keep, candidates, inConflict }),
  };
}

/** Lets everything through: the control, with which every list must turn out wrong. */
export const OPEN_GATE: Gate = {
  inConflict: () => false,
  hasLivingAgent: () => false,
  redundant: (_keep, candidates) => candidates,
};

export function decided(assets: readonly number[], keep: number | null, by = 'Ada'): SettledMachine {
  return {
    assets,
    keep,
    keepReason: 'Chosen by hand.',
    redundant: assets.filter((asset) => asset !== keep),
    strength: null,
    cause: 'unclear',
    warnings: [],
    decision: { ...DECISION, by },
  };
}

const DECISION: Decision = {
  id: '00000000-0000-4000-8000-000000000000',
  revision: 1,
  answer: 'same',
  assetIds: [],
  keep: null,
  note: '',
  by: '',
  at: Date.UTC(2026, 4, 25, 14, 21),
  origin: 'review',
  dataset: 'test',
  basis: { proposal: null, records: [], inConflict: false },
  overruledBy: null,
};

export function proposalsOf({ judgement }: JudgedDataset): SettledMachine[] {
  return judgement.machines.map((machine) => ({ ...machine, decision: null }));
}

export function planOf(
  judged: JudgedDataset,
  machines: readonly SettledMachine[],
  { gate = gateOf(judged), proposals = true }: { gate?: Gate; proposals?: boolean } = {},
): Plan {
  const { judgement, records } = judged;
  return planHandOver({ dataset: records.dataset, judgement, machines, gate, proposals });
}

/** A kit as whoever unzips it has it. */
export async function filesOf(
  plan: Plan,
  settings: Partial<HandOverSettings> = {},
): Promise<{ readonly bytes: Uint8Array; readonly texts: ReadonlyMap<string, string> }> {
  const chunks: Uint8Array[] = [];
  const whole = { ...DEFAULT_HAND_OVER_SETTINGS, ...settings };
  for await (const chunk of writeKit(plan, whole, causes, UNWATCHED)) chunks.push(chunk);
  const bytes = new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
  const entries = Object.entries(unzipSync(bytes));
  return { bytes, texts: new Map(entries.map(([path, content]) => [path, strFromU8(content)])) };
}

export function csvRows(text: string): string[][] {
  return Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;
}

/** Every list of asset ids in a kit that someone may act upon, by the path of its file. */
export function assetLists(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  const add = (path: string, ids: readonly string[]) => lists.set(path, [...(lists.get(path) ?? []), ...ids]);
  for (const [path, text] of texts) {
    if (path === 'redundant.csv') {
      const [, ...rows] = csvRows(text);
      add(
        path,
        rows.map(([id]) => id!),
      );
    }
    if (path === 'qql.txt')
      add(
        path,
        [...text.matchAll(/`([^`]*)`/g)].map(([, id]) => id!),
      );
    const kind = /^qps\/(\d-\w+)-\d+\.xml$/.exec(path)?.[1];
    const ids = /<Criteria field="id" operator="IN">([^<]*)</.exec(text)?.[1];
    if (kind !== undefined && ids !== undefined) add(`qps/${kind}`, ids.split(','));
  }
  return lists;
}
