import * as v from 'valibot';
import { TroubleError } from '../../model/outcome';
import type { HandOverSettings } from './types';

/** Scripts of others use 50 to 100 ids a call; no limit for `IN` is documented. */
export const IDS_IN_CALL = 100;

export const DEFAULT_HAND_OVER_SETTINGS: HandOverSettings = {
  version: 1,
  proposals: false,
  tagName: 'Doublet redundant',
  tagId: '',
  token: 'assetId',
  chunkSize: 500,
};

const SETTINGS = v.object({
  version: v.literal(1),
  proposals: v.boolean(),
  tagName: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  tagId: v.pipe(v.string(), v.trim(), v.regex(/^\d{0,20}$/)),
  token: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z][\w.]{0,60}$/)),
  chunkSize: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
});

/** Settings as the page or the store gives them, entry by entry: the default where one cannot be used. */
export function readHandOverSettings(given: unknown): HandOverSettings {
  const stored = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  const read = { ...DEFAULT_HAND_OVER_SETTINGS } as Record<string, unknown>;
  for (const [name, schema] of Object.entries(SETTINGS.entries)) {
    const parsed = v.safeParse(schema, stored[name]);
    if (parsed.success) read[name] = parsed.output;
  }
  return read as unknown as HandOverSettings;
}

/** Settings from a file; throws a `TroubleError` that names the first fault. */
export function checkHandOverSettings(value: unknown): HandOverSettings {
  const read = v.safeParse(SETTINGS, value, { abortEarly: true });
  if (read.success) return read.output;
  const issue = read.issues[0];
  throw new TroubleError({
    code: 'hand-over-settings',
    what: `The settings of the hand-over cannot be used: ${v.getDotPath(issue) ?? 'settings'}: ${issue.message}.`,
    remedy: 'Correct them in the file and load it again. Nothing was changed.',
  });
}
