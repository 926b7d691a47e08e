import * as v from 'valibot';
import { TroubleError } from '../../model/outcome';
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

/** Settings from a file; throws a `TroubleError` that names the first fault. */
export function checkJudgementSettings(value: unknown): JudgementSettings {
  const read = v.safeParse(SETTINGS, value, { abortEarly: true });
  if (read.success) return read.output;
  const issue = read.issues[0];
  throw new TroubleError({
    code: 'judgement-settings',
    what: `The settings of the judgement cannot be used: ${v.getDotPath(issue) ?? 'settings'}: ${issue.message}.`,
    remedy: 'Correct them in the file and load it again. Nothing was changed.',
  });
}
