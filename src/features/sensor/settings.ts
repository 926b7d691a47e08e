import * as v from 'valibot';
import { parseRange } from '../../identifiers/ip-range';
import { failure, type Outcome, success } from '../../model/outcome';
import { canonicalDomain } from './match/hostname-keys';
import { type SensorSettings, type SettingsFault, SOURCE_CLASSES } from './types/settings';

const FORMAT = 'doublet-sensor-settings';

/** What holds until the person says otherwise. The inactivity period and the mobile patterns are ours. */
export const DEFAULT_SENSOR_SETTINGS: SensorSettings = {
  format: FORMAT,
  version: 1,
  networkFeature: true,
  networks: [],
  ranges: [],
  ipInactivityHours: 24,
  domains: [],
  excludedHostnames: [],
  mobilePatterns: ['mobile', 'phone', 'tablet'],
  sourceClasses: {},
  correlationIdField: null,
};

/** Entries of one list, and characters of one entry: far more than any network has. */
const MOST_ENTRIES = 10_000;
const LONGEST = 500;
/** Ten years. */
const MOST_HOURS = 87_600;

/** What is wrong with a range as typed, in one sentence; `null` if nothing is. */
export function rangeFault(text: string): string | null {
  const reading = parseRange(text);
  return reading.ok ? null : reading.fault;
}

/** What is wrong with a domain as typed, in one sentence; `null` if nothing is. */
export function domainFault(text: string): string | null {
  const domain = canonicalDomain(text);
  if (domain === '') return 'There is no domain.';
  if (/[\s*/@:,;]/.test(domain) || domain.includes('..')) {
    return `“${text.trim()}” is not a domain: write it as in somedomain.org.`;
  }
  return null;
}

const text = v.pipe(
  v.string('This must be text.'),
  v.trim(),
  v.nonEmpty('This is empty.'),
  v.maxLength(LONGEST, `This is longer than ${LONGEST} characters.`),
);
const range = v.pipe(
  text,
  v.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed ? rangeFault(dataset.value) : null;
    if (fault !== null) addIssue({ message: fault });
  }),
);
const domain = v.pipe(
  text,
  v.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed ? domainFault(dataset.value) : null;
    if (fault !== null) addIssue({ message: fault });
  }),
);
const hours = v.pipe(
  v.number('This must be a number of hours.'),
  v.finite('This must be a number of hours.'),
  v.maxValue(MOST_HOURS, `This is more than ${MOST_HOURS.toLocaleString('en-US')} hours (ten years).`),
);
const lease = v.pipe(hours, v.gtValue(0, 'A lease period must be more than 0 hours.'));
const inactivity = v.pipe(hours, v.minValue(0, 'The inactivity period cannot be less than 0 hours.'));
const yesNo = v.boolean('This must be true or false.');

function list<T extends v.GenericSchema>(entry: T) {
  return v.pipe(
    v.array(entry, 'This must be a list.'),
    v.maxLength(MOST_ENTRIES, `This list has more than ${MOST_ENTRIES.toLocaleString('en-US')} entries.`),
  );
}

const network = v.strictObject({
  name: text,
  sensors: v.optional(list(text), []),
  ranges: v.optional(list(range), []),
});
const addressRange = v.strictObject({
  range,
  assignment: v.picklist(['static', 'dynamic'], 'This must be “static” or “dynamic”.'),
  leaseHours: v.optional(v.nullable(lease)),
  network: v.optional(v.nullable(text)),
});
/** Entries rather than an object, since a source may be called `__proto__`. */
const sourceClasses = v.pipe(
  v.custom<Record<string, unknown>>(isRecord, 'This must be an object: source to class.'),
  v.transform((record) => Object.entries(record)),
  v.maxLength(MOST_ENTRIES, `This has more than ${MOST_ENTRIES.toLocaleString('en-US')} sources.`),
  v.rawTransform(({ dataset, addIssue }) =>
    dataset.value.map(([source, value]) => {
      const found = SOURCE_CLASSES.find((name) => name === value);
      if (found === undefined) {
        addIssue({ message: `The class of “${source}” must be “managed”, “passive” or “other”.` });
      }
      return [source, found ?? 'other'] as const;
    }),
  ),
  v.transform((entries) => Object.fromEntries(entries)),
);

const schema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(1),
  networkFeature: v.optional(yesNo, DEFAULT_SENSOR_SETTINGS.networkFeature),
  networks: v.optional(list(network), []),
  ranges: v.optional(list(addressRange), []),
  ipInactivityHours: v.optional(inactivity, DEFAULT_SENSOR_SETTINGS.ipInactivityHours),
  domains: v.optional(list(domain), []),
  excludedHostnames: v.optional(list(text), []),
  mobilePatterns: v.optional(list(text), [...DEFAULT_SENSOR_SETTINGS.mobilePatterns]),
  sourceClasses: v.optional(sourceClasses, {}),
  correlationIdField: v.optional(v.nullable(text), null),
});

/**
 * What is wrong with the settings, field by field, in the order of the file; nothing if they can be used. For
 * the form as well as for a file.
 */
export function findSettingsFaults(value: unknown): SettingsFault[] {
  const reading = read(value);
  return reading.ok ? [] : reading.faults;
}

/**
 * Reads settings from the text of a settings file, or from a value. A field that is missing keeps its default;
 * anything else that is not as it should be is refused by name, and nothing is taken over.
 */
export function readSensorSettings(from: unknown): Outcome<SensorSettings> {
  const value = typeof from === 'string' ? parse(from) : { json: from };
  const reading = 'fault' in value ? refuse('', value.fault) : read(value.json);
  if (reading.ok) return success(reading.settings);
  const [first] = reading.faults;
  const others = reading.faults.length - 1;
  const more = others > 0 ? ` ${others} more ${others === 1 ? 'field is' : 'fields are'} wrong.` : '';
  return failure({
    code: 'sensor-settings',
    what: `${first!.field === '' ? '' : `${first!.field}: `}${first!.sentence}${more}`,
    remedy: 'Correct the file and load it again; the settings are as they were.',
  });
}

/** The settings as the text of a settings file. */
export function writeSensorSettings(settings: SensorSettings): string {
  return `${JSON.stringify(settings, null, 2)}\n`;
}

type Reading =
  | { readonly ok: true; readonly settings: SensorSettings }
  | { readonly ok: false; readonly faults: SettingsFault[] };

function read(value: unknown): Reading {
  if (!isRecord(value)) return refuse('', 'This is not a file of sensor settings.');
  const { format, version } = value;
  if (format !== FORMAT) {
    const found = typeof format === 'string' ? `“${format.slice(0, 60)}”` : 'missing';
    return refuse(
      'format',
      `This is not a file of sensor settings: “format” must be “${FORMAT}” and is ${found}.`,
    );
  }
  if (version !== 1) {
    const found = version === undefined ? 'missing' : JSON.stringify(version)?.slice(0, 60);
    return refuse('version', `Only version 1 of the settings can be read; this is ${found}.`);
  }
  const result = v.safeParse(schema, value);
  if (!result.success) return { ok: false, faults: firstOfEach(result.issues.map(faultOf)) };
  const settings = withoutUndefined(result.output);
  const faults = ambiguities(settings);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, settings };
}

function refuse(field: string, sentence: string): { ok: false; faults: SettingsFault[] } {
  return { ok: false, faults: [{ field, sentence }] };
}

function parse(json: string): { json: unknown } | { fault: string } {
  try {
    return { json: JSON.parse(json.replace(/^\uFEFF/, '')) };
  } catch {
    return { fault: 'This is not a file of sensor settings: it is not JSON.' };
  }
}

/** One fault for each field: what else is wrong with it follows from the first. */
function firstOfEach(faults: readonly SettingsFault[]): SettingsFault[] {
  const seen = new Set<string>();
  return faults.filter(({ field }) => !seen.has(field) && seen.add(field));
}

function faultOf(issue: v.BaseIssue<unknown>): SettingsFault {
  const keys = (issue.path ?? []).map((item) => item.key);
  const field = keys
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${key}`))
    .join('');
  if (issue.type !== 'strict_object') return { field, sentence: issue.message };
  if (issue.expected === 'never')
    return { field, sentence: `“${String(keys.at(-1))}” is no field of the settings.` };
  if (issue.received === 'undefined') return { field, sentence: 'This field is missing.' };
  return { field, sentence: 'This must be an object.' };
}

/** Settings that say two things at once. */
function ambiguities(settings: SensorSettings): SettingsFault[] {
  const names = new Map<string, number>();
  const sensors = new Map<string, string>();
  const faults: SettingsFault[] = [];
  settings.networks.forEach(({ name, sensors: own }, index) => {
    const before = names.get(name.toLowerCase());
    if (before !== undefined) {
      faults.push({
        field: `networks[${index}].name`,
        sentence: `“${name}” is the name of networks[${before}] too.`,
      });
    }
    names.set(name.toLowerCase(), index);
    own.forEach((sensor, at) => {
      const other = sensors.get(sensor.toLowerCase());
      if (other !== undefined && other !== name) {
        const sentence = `The sensor “${sensor}” is in two networks: ${other} and ${name}.`;
        faults.push({ field: `networks[${index}].sensors[${at}]`, sentence });
      }
      sensors.set(sensor.toLowerCase(), name);
    });
  });
  return faults;
}

function withoutUndefined(output: v.InferOutput<typeof schema>): SensorSettings {
  const ranges = output.ranges.map(({ range: text, assignment, leaseHours, network: name }) => ({
    range: text,
    assignment,
    ...(leaseHours === undefined || leaseHours === null ? {} : { leaseHours }),
    ...(name === undefined || name === null ? {} : { network: name }),
  }));
  return { ...output, ranges };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
