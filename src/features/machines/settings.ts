import * as v from 'valibot';
import { type JudgementSettings, MORE_IDENTIFIERS, SURVIVOR_ORDERS } from './types';

export const DEFAULT_JUDGEMENT_SETTINGS: JudgementSettings = {
  version: 1,
  identifiers: MORE_IDENTIFIERS,
  useLists: true,
  aliveDays: 2,
  staleDays: 90,
  survivorOrder: SURVIVOR_ORDERS,
};

const DAYS = v.pipe(v.number(), v.minValue(0.01), v.maxValue(3650));
const SETTINGS = v.object({
  version: v.literal(1),
  identifiers: v.array(v.picklist(MORE_IDENTIFIERS)),
  useLists: v.boolean(),
  aliveDays: DAYS,
  staleDays: DAYS,
  survivorOrder: v.array(v.picklist(SURVIVOR_ORDERS)),
});

/** Settings as they were stored, checked; the defaults where they cannot be read. */
export function readJudgementSettings(stored: unknown): JudgementSettings {
  const read = v.safeParse(SETTINGS, stored);
  return read.success ? read.output : DEFAULT_JUDGEMENT_SETTINGS;
}
