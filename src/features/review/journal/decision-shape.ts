import * as v from 'valibot';
import { ANSWERS, type Decision } from '../../../model/decision';

const COUNT = v.pipe(v.number(), v.integer(), v.minValue(0));
/** As `new Date` takes it. */
const TIME = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const ID = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const TEXT = v.pipe(v.string(), v.maxLength(100_000));
const ASSET_IDS = v.array(TEXT);

const RECORD = v.looseObject({ assetId: TEXT, values: v.record(v.string(), v.array(TEXT)) });
const DECISION = v.looseObject({
  id: ID,
  revision: v.pipe(COUNT, v.minValue(1)),
  answer: v.nullable(v.picklist(ANSWERS)),
  assetIds: v.pipe(ASSET_IDS, v.minLength(2)),
  keep: v.nullable(TEXT),
  note: TEXT,
  by: TEXT,
  at: TIME,
  origin: v.picklist(['review', 'template', 'file', 'sheet']),
  dataset: TEXT,
  basis: v.looseObject({
    proposal: v.nullable(
      v.looseObject({
        assetIds: ASSET_IDS,
        strength: v.nullable(v.picklist(['strong', 'likely', 'weak'])),
        cause: v.string(),
        keep: v.nullable(TEXT),
      }),
    ),
    records: v.array(RECORD),
    inConflict: v.boolean(),
  }),
  overruledBy: v.nullable(ID),
});

/** A value that was read as a decision, or what is wrong with it, for a person: `answer: …`. */
export function readDecision(
  value: unknown,
): { readonly ok: true; readonly decision: Decision } | { readonly ok: false; readonly why: string } {
  const read = v.safeParse(DECISION, value, { abortEarly: true });
  if (read.success) {
    const decision = value as Decision;
    const saw = new Set(decision.basis.records.map(({ assetId }) => assetId));
    const missing = decision.assetIds.find((id) => !saw.has(id));
    if (missing === undefined) return { ok: true, decision };
    return {
      ok: false,
      why: `basis.records: asset ${missing.slice(0, 60)} of the answer is not among them`,
    };
  }
  const issue = read.issues[0];
  return { ok: false, why: `${v.getDotPath(issue) ?? 'decision'}: ${issue.message}` };
}
