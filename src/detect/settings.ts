import * as v from 'valibot';
import { DEFAULT_IGNORED } from '../identifiers/ignored-values';
import { TroubleError } from '../model/outcome';
import { RULE_IDS } from '../model/rule';
import type { DetectionSettings } from '../model/settings';
import { patternFault } from './ignored/ignored-entry';

/**
 * What detection starts with. Twenty assets or more with one value are pointed out: a machine that an agent, a
 * scanner, a passive sensor and a connector each report, and that was set up anew a few times, stays below.
 */
export const DEFAULT_SETTINGS: DetectionSettings = {
  version: 1,
  rules: RULE_IDS,
  matchExactly: false,
  ignored: DEFAULT_IGNORED,
  interfaceAddresses: false,
  leaveOutEasmOnly: false,
  sharedWidelyFrom: 20,
};

/** Bounds for what a file may bring: a list that people edit by hand is far shorter. */
const MOST_ENTRIES = 10_000;
const LONGEST_TEXT = 1_000;

const ON_OFF = v.boolean('It must be true or false.');
const TEXT = v.pipe(
  v.string('It must be a text.'),
  v.maxLength(LONGEST_TEXT, `It has more than ${LONGEST_TEXT} characters.`),
);

const ENTRY = v.pipe(
  v.strictObject(
    {
      field: v.picklist(
        ['name', 'macAddress', 'ipv4Address'],
        'It must be "name", "macAddress" or "ipv4Address".',
      ),
      pattern: TEXT,
      reason: v.optional(TEXT, ''),
      enabled: v.optional(ON_OFF, true),
    },
    unknownOr('It must be an object with field and pattern.'),
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { field, pattern } = dataset.value;
    const fault = patternFault(field, pattern);
    if (fault === null) return;
    const path: v.ObjectPathItem = {
      type: 'object',
      origin: 'value',
      input: dataset.value,
      key: 'pattern',
      value: pattern,
    };
    addIssue({ message: fault, path: [path] });
  }),
);

const SETTINGS = v.strictObject(
  {
    version: v.literal(1, 'It must be 1: this version of Doublet reads no other.'),
    rules: v.optional(
      v.pipe(
        v.array(
          v.picklist(RULE_IDS, `A rule is one of ${RULE_IDS.join(', ')}.`),
          'It must be a list of rules.',
        ),
        v.minLength(1, 'At least one field must take part.'),
        v.transform((chosen) => RULE_IDS.filter((rule) => chosen.includes(rule))),
      ),
      [...RULE_IDS],
    ),
    matchExactly: v.optional(ON_OFF, DEFAULT_SETTINGS.matchExactly),
    ignored: v.optional(
      v.pipe(
        v.array(ENTRY, 'It must be a list of values.'),
        v.maxLength(MOST_ENTRIES, 'It has more than 10,000 entries.'),
      ),
      [...DEFAULT_IGNORED],
    ),
    interfaceAddresses: v.optional(ON_OFF, DEFAULT_SETTINGS.interfaceAddresses),
    leaveOutEasmOnly: v.optional(ON_OFF, DEFAULT_SETTINGS.leaveOutEasmOnly),
    sharedWidelyFrom: v.optional(
      v.pipe(
        v.number('It must be a number.'),
        v.integer('It must be a whole number.'),
        v.minValue(2, 'It must be 2 or more.'),
      ),
      DEFAULT_SETTINGS.sharedWidelyFrom,
    ),
  },
  unknownOr('This is not an object with detection settings.'),
);

/**
 * Checks settings from a file or from storage; what is missing takes its default. Throws `TroubleError` that
 * names the first field at fault, and changes nothing.
 */
export function readSettings(json: unknown): DetectionSettings {
  const result = v.safeParse(SETTINGS, json, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const field = v.getDotPath(issue);
  throw new TroubleError({
    code: 'settings-refused',
    what: `The settings were refused. ${field === null ? '' : `${field}: `}${issue.message}`,
    remedy: 'Correct this in the file and load it again. Nothing was changed.',
  });
}

/** The sentence for a key that is not known, else the one for a value that is no object at all. */
function unknownOr(sentence: string) {
  return (issue: v.StrictObjectIssue) => {
    if (issue.expected === 'never') return 'There is no such setting.';
    if (issue.received === 'undefined') return 'It is missing.';
    return sentence;
  };
}
