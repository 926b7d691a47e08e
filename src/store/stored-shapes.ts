import * as v from 'valibot';
import { FIELDS } from '../model/field';
import { fits } from './arrays';
import { chunkCount } from './chunks';
import type { RunningNote, StoredDataset, StoredResult } from './schema';
import { STORED_DATASET_VERSION, STORED_RESULT_VERSION } from './schema';

const COUNT = v.pipe(v.number(), v.integer(), v.minValue(0));
/** As `new Date` takes it; others throw where they are written as text. */
const TIME = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const SUMS = v.instance(Uint32Array);

const FILE = v.looseObject({
  name: v.string(),
  bytes: COUNT,
  format: v.string(),
  records: COUNT,
  trouble: v.exactOptional(v.looseObject({ what: v.string(), remedy: v.string() })),
  mapping: v.exactOptional(
    v.looseObject({
      signature: v.string(),
      headers: v.array(v.string()),
      columns: v.array(v.nullable(v.string())),
    }),
  ),
  keys: v.exactOptional(v.looseObject({ read: v.array(v.string()), leftOut: v.array(v.string()) })),
});

/**
 * The header of a dataset, so that nothing that shows it can fail. Loose objects: what a later version adds is let
 * through. A field of a later version may stand in `unreadable` and `fieldsSeen`.
 */
const HEADER = v.looseObject({
  id: v.string(),
  name: v.string(),
  origin: v.picklist(['files', 'paste', 'sample', 'gateway']),
  files: v.array(FILE),
  importedAt: TIME,
  balance: v.looseObject({ records: COUNT, assets: COUNT, repeated: COUNT, skipped: COUNT }),
  skipped: v.array(v.looseObject({ file: v.string(), record: COUNT, byte: v.number(), reason: v.string() })),
  unreadable: v.record(v.string(), COUNT),
  fieldsSeen: v.array(v.string()),
  unfinished: v.exactOptional(v.looseObject({ reason: v.string() })),
  notices: v.exactOptional(
    v.array(
      v.looseObject({
        kind: v.string(),
        severity: v.picklist(['incomplete', 'blind', 'note']),
        what: v.string(),
        remedy: v.exactOptional(v.string()),
        count: COUNT,
        file: v.exactOptional(v.string()),
        field: v.exactOptional(v.string()),
      }),
    ),
  ),
  withoutId: v.exactOptional(COUNT),
  identities: v.exactOptional(
    v.array(
      v.looseObject({
        asset: COUNT,
        identifiers: v.record(v.string(), v.string()),
        names: v.array(v.string()),
        macs: v.array(COUNT),
        address: v.string(),
      }),
    ),
  ),
  gateway: v.exactOptional(v.looseObject({ platform: v.string(), userName: v.string() })),
});

const PARTS = v.record(
  v.string(),
  v.looseObject({ type: v.picklist(['u8', 'u16', 'u32', 'f64']), length: COUNT, at: COUNT }),
);
const STREAM = { bytes: COUNT, content: v.string(), sums: SUMS };
const KINDS = [...new Set(Object.values(FIELDS).map(({ kind }) => kind))];

const DATASET = v.looseObject({
  id: v.string(),
  version: COUNT,
  header: HEADER,
  size: COUNT,
  layout: v.looseObject({
    bytes: COUNT,
    columns: v.record(v.string(), v.looseObject({ kind: v.picklist(KINDS), parts: PARTS })),
    origins: PARTS,
  }),
  ...STREAM,
});

const NEWER = v.looseObject({ version: v.pipe(v.number(), v.minValue(STORED_DATASET_VERSION + 1)) });
/** As much as the list needs of a record whose version is newer. */
const LISTED = v.looseObject({ id: v.string(), header: HEADER });

const RESULT = v.looseObject({
  id: v.string(),
  version: v.literal(STORED_RESULT_VERSION),
  foundIn: v.string(),
  key: v.string(),
  parts: PARTS,
  ...STREAM,
});

const NOTE = v.looseObject({
  id: v.string(),
  kind: v.picklist(['import', 'save']),
  of: v.exactOptional(v.literal('dataset')),
  what: v.string(),
  at: TIME,
  seenAt: TIME,
  tab: v.string(),
  content: v.exactOptional(v.string()),
});

/** A record of the object store `datasets` that cannot be read, with as much of it as can. */
export interface DamagedDataset {
  readonly damaged: true;
  /** "" where it has none. */
  readonly name: string;
  /** The field that is wrong and how, for the details of the error: `header.balance: …`. */
  readonly why: string;
}

/**
 * A record of the object store `datasets` as this version knows it, or what is wrong with it. One of a newer version
 * comes back as it is: its header can still be listed, but it must not be opened.
 */
export function readStoredDataset(record: unknown): StoredDataset | DamagedDataset {
  const shape = v.is(NEWER, record) ? LISTED : DATASET;
  const read = v.safeParse(shape, record, { abortEarly: true });
  const why = read.success ? unfit(record as StoredDataset) : issueText(read.issues[0]);
  return why === null ? (record as StoredDataset) : { damaged: true, name: nameIn(record), why };
}

/** A kept result, `null` if it cannot be read. */
export function readStoredResult(record: unknown): StoredResult | null {
  if (!v.is(RESULT, record)) return null;
  const stored = record as unknown as StoredResult;
  if (!Object.values(stored.parts).every((part) => fits(part, stored.bytes))) return null;
  // Groupings of the first version have their figures beside the other fields.
  return 'figures' in record ? stored : { ...stored, figures: record };
}

/** A note of what is running, `null` if it cannot be read. */
export function readRunningNote(record: unknown): RunningNote | null {
  return v.is(NOTE, record) ? (record as RunningNote) : null;
}

/** Under which name the chunks of a stored record stand, also of one that cannot be read otherwise. */
export function contentOf(record: unknown): string | null {
  return textIn(record, 'content');
}

/** Bytes of the stream of a stored record, 0 where it does not say. */
export function bytesOf(record: unknown): number {
  const bytes = (record as { readonly bytes?: unknown } | null | undefined)?.bytes;
  return v.is(COUNT, bytes) ? bytes : 0;
}

/** What in a record of the right shape does not go together, `null` for nothing. */
function unfit({ id, header, version, layout, bytes, sums }: StoredDataset): string | null {
  // Otherwise deleting one in the list would delete another.
  if (header.id !== id) return 'header.id: not that of the record';
  if (version > STORED_DATASET_VERSION) return null;
  if (layout.bytes !== bytes || sums.length !== chunkCount(bytes)) return 'bytes: not those of its parts';
  const parts = [...Object.values(layout.columns).map((column) => column.parts), layout.origins];
  const all = parts.flatMap((some) => Object.values(some));
  return all.every((part) => fits(part, bytes)) ? null : 'layout: a part is outside the stream';
}

function issueText(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? 'record'}: ${issue.message}`;
}

function nameIn(record: unknown): string {
  return textIn((record as { readonly header?: unknown } | null | undefined)?.header, 'name') ?? '';
}

function textIn(record: unknown, field: string): string | null {
  const value = (record as Readonly<Record<string, unknown>> | null | undefined)?.[field];
  return typeof value === 'string' ? value : null;
}
