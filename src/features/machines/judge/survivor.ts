import { hasText, itemStart, itemStop } from '../../../model/columns';
import { FIELD_IDS, FIELDS } from '../../../model/field';
import type { AssetIndex } from '../../../model/units';
import type { Records } from '../records/records';
import { AGENT, CLOUD, CONNECTOR, EXTERNAL, PASSIVE, SCAN } from '../records/sources';
import type { SurvivorOrder } from '../types';

/** What is kept of a machine, and why. */
export interface Survivor {
  readonly keep: AssetIndex;
  readonly reason: string;
}

const REASONS: Readonly<Record<SurvivorOrder, string>> = {
  livingAgent: 'Its agent is alive.',
  newestActivity: 'It has the newest activity.',
  mostComplete: 'It has the most fields filled.',
};

/** Records of a connector, of a passive sensor, or seen from outside come back or fold by themselves. */
export function comesBackByItself(records: Records, record: number): boolean {
  const kinds = records.kinds[record]!;
  return (kinds & (AGENT | SCAN)) === 0 && (kinds & (PASSIVE | CLOUD | CONNECTOR | EXTERNAL)) !== 0;
}

/** The record to keep: managed ones before others, then by the order of the settings, then by content. */
export function chooseSurvivor(
  records: Records,
  assets: readonly AssetIndex[],
  order: readonly SurvivorOrder[],
): Survivor {
  const value: Readonly<Record<SurvivorOrder, (record: number) => number>> = {
    livingAgent: (record) => records.alive[record]!,
    newestActivity: (record) => (Number.isNaN(records.last[record]!) ? 0 : records.last[record]!),
    mostComplete: (record) => completeness(records, record),
  };
  const steps: readonly SurvivorOrder[] = [...new Set<SurvivorOrder>(['livingAgent', ...order])];
  const compare = (a: number, b: number): number => {
    const managed = Number(comesBackByItself(records, a)) - Number(comesBackByItself(records, b));
    if (managed !== 0) return managed;
    for (const step of steps) {
      const difference = value[step](b) - value[step](a);
      if (difference !== 0) return difference;
    }
    return records.content[b]! - records.content[a]!;
  };
  const [keep, next] = [...assets].sort(compare);
  const step = next === undefined ? undefined : steps.find((one) => value[one](keep!) !== value[one](next));
  return { keep: keep!, reason: step === undefined ? 'Both are alike.' : REASONS[step] };
}

/** How many fields of the record have a value. */
function completeness(records: Records, record: number): number {
  let filled = 0;
  for (const field of FIELD_IDS) {
    const column = records.dataset.columns[field];
    if (column.kind === 'text') filled += hasText(column, record) ? 1 : 0;
    else if (column.kind === 'code') filled += (column.codes[record] ?? 0) !== 0 ? 1 : 0;
    else if (column.kind === 'time') filled += (column.values[record] ?? Number.NaN) > 0 ? 1 : 0;
    else filled += itemStop(column.stops, record) > itemStart(column.stops, record) ? 1 : 0;
  }
  return filled;
}

export const FIELD_COUNT = Object.keys(FIELDS).length;
