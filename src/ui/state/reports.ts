import { createSignal } from 'solid-js';
import type { OnProgress, ReportChoices, ReportKind, SavedReport } from '../../client/api';
import type { Outcome } from '../../model/outcome';
import { REDACTED_KINDS, type RedactedKind } from '../../model/redaction';
import type { TableQuery } from '../../model/table';
import { downloadBlob } from '../browser/download';
import { bytesText, counted } from '../words';
import { readPreference, writePreference } from './preferences';
import type { Session } from './session';

/** The reports and the file of assets, in the order in which they are offered. */
export const REPORTS: readonly {
  readonly kind: ReportKind;
  readonly label: string;
  readonly what: string;
}[] = [
  { kind: 'xlsx', label: 'Save Excel report', what: 'Writing Excel report' },
  { kind: 'html', label: 'Save HTML report', what: 'Writing HTML report' },
  { kind: 'json', label: 'Save results as JSON', what: 'Writing results as JSON' },
  { kind: 'csv', label: 'Save duplicates as CSV', what: 'Writing duplicates as CSV' },
  { kind: 'assets', label: 'Save assets, one a line', what: 'Writing the assets' },
];

/** What saving asks of the engine. */
export interface ReportEngine {
  saveReport(kind: ReportKind, choices: ReportChoices, onProgress: OnProgress): Promise<Outcome<SavedReport>>;
}

const KEY_BYTES = 16;

/** A key of 32 hexadecimal digits. */
const isKey = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);

/** The kept key; made at first. Where nothing can be kept, each copy has a key of its own. */
function keptKey(): Uint8Array | null {
  if (readPreference('redactionKey', isKey) === null) {
    const key = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
    writePreference('redactionKey', Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
  const kept = readPreference('redactionKey', isKey);
  return kept === null ? null : Uint8Array.from(kept.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Saving reports, and the line that says what was saved last. */
export function createReports(engine: ReportEngine, session: Session) {
  const [saved, setSaved] = createSignal('');
  const [shownOnly, setShownOnly] = createSignal(false);
  const [redacted, setRedacted] = createSignal(false);
  const [kinds, setKinds] = createSignal<readonly RedactedKind[]>(REDACTED_KINDS);
  const [samePseudonyms, setSame] = createSignal(readPreference('redactionKey', isKey) !== null);
  const redaction = (): NonNullable<ReportChoices['redaction']> | null => {
    if (!redacted()) return null;
    const kept = samePseudonyms() ? keptKey() : null;
    return kept === null
      ? { key: crypto.getRandomValues(new Uint8Array(KEY_BYTES)), keyKept: false, kinds: kinds() }
      : { key: kept, keyKept: true, kinds: kinds() };
  };
  return {
    saved,
    /** Whether reports take only what the table shows. */
    shownOnly,
    setShownOnly,
    /** Whether reports have pseudonyms in the place of names and addresses. */
    redacted,
    setRedacted,
    /** What is replaced; all at first, and never nothing. */
    kinds,
    setKind: (kind: RedactedKind, on: boolean) =>
      setKinds((before) => {
        const next = REDACTED_KINDS.filter((other) => (other === kind ? on : before.includes(other)));
        return next.length === 0 ? before : next;
      }),
    /** Whether further copies get the same ones: the key is kept in this browser until it is switched off. */
    samePseudonyms,
    setSamePseudonyms: (same: boolean) => {
      if (!same) writePreference('redactionKey', null);
      setSame(same);
    },
    save: async (kind: ReportKind, query: TableQuery | null) => {
      const report = REPORTS.find((other) => other.kind === kind)!;
      setSaved('');
      const made = await session.run('report', report.what, (on) =>
        engine.saveReport(kind, { query, redaction: redaction() }, on),
      );
      if (made === null) return;
      downloadBlob(made.blob, made.fileName);
      setSaved(`Saved ${made.shownName} (${counted(made.rows, 'row')}, ${bytesText(made.blob.size)}).`);
    },
  };
}
export type Reports = ReturnType<typeof createReports>;
