import { decodeText, encodeText } from '../../model/text';
import type { ByteOffset } from '../../model/units';
import type { Dialects } from './dialects';
import { embeddedIn } from './embedded-records';
import type { EmbeddedTable } from './embedded-tables';
import { type LooseValue, parseLoose } from './loose-text';

/** Reads the rows of a table that stands in JSON; answers how many records it kept, refused or asked about. */
export type TableKeeper = (table: EmbeddedTable, byte: ByteOffset, length: number) => number;

/** Keys of tables, and how base64 of JSON begins. */
const MAY_HOLD_TABLE =
  /"(?:columns|fields|rows|headers?|schema|cols|rowType|ColumnInfo)"|"(?:ey|W)[A-Za-z0-9+/]{24}/i;
const MAY_FAIL =
  /rate.?limit|too many (?:requests|calls)|unauthori[sz]ed|forbidden|access denied|"(?:status|code|statusCode|errorCode|httpStatus)"\s*:\s*"?[45]\d\d\b|"error(?:Code|Message)"\s*:\s*"[^"]/i;
const MESSAGE =
  /"(?:errorMessage|error_description|message|error|detail|title|errorCode)"\s*:\s*"((?:[^"\\]|\\.){1,200})"/;
const LONGEST_FAILURE = 4096;
const BULK_ACTION = /^\{\s*"(?:index|create|update|delete)"\s*:\s*\{[^{}]*\}\s*\}$/;
const LONGEST_ACTION = 1024;
const SINGER_LINE = /^\{\s*"type"\s*:\s*"(?:SCHEMA|STATE|ACTIVATE_VERSION)"/;
const SCHEMA = /^\{\s*"[^"]*"\s*:\s*\{\s*"(?:type|anyOf|oneOf|\$ref)"\s*:/;
const EMPTY_PAGE =
  /^(?=[^[]*\[\s*\][^[]*$)\{(?=.*"(?:next|previous|links|_links|page|paging|pagination|meta|total\w*|last|count)"\s*:)/is;

/**
 * Reads records that do not stand in the file as JSON does: in texts inside of objects that are no records, in
 * tables, and in what other programs write for objects. Slow; asked only about objects that are no records.
 */
export class RecordTexts {
  private readonly hints: RegExp;

  constructor(
    private readonly dialects: Dialects,
    private readonly tables: TableKeeper | null,
    /**
     * Reads JSON with records only, and has them kept as standing at this place of the file; `cut`: so many of them
     * were texts that PowerShell had made of objects.
     */
    private readonly readJson: (json: Uint8Array, byte: ByteOffset, length: number, cut: number) => void,
    /** Told what responses in texts say of themselves. */
    private readonly note: (notes: readonly (string | undefined)[]) => void,
  ) {
    this.hints = new RegExp(dialects.tellingKeys.map(hintOf).join('|'));
  }

  /** Reads what lies in the bytes from `at` to `end`, which stand at `byte` in the file; answers whether anything did. */
  read(bytes: Uint8Array, at: number, end: number, byte: ByteOffset): boolean {
    const text = decodeText(bytes, at, end);
    if (!this.hints.test(text) && !MAY_HOLD_TABLE.test(text)) return false;
    const value = text.startsWith('"') ? textOf(text) : parseLoose(text);
    return value !== undefined && this.readValue(value, byte, end - at);
  }

  /** A first look: whether `read` may find anything in these bytes. */
  mayHold(bytes: Uint8Array, at: number, end: number): boolean {
    const text = decodeText(bytes, at, end);
    return this.hints.test(text) || MAY_HOLD_TABLE.test(text);
  }

  /** As `read`, for a record that may be a table by its columns. */
  readColumns(bytes: Uint8Array, at: number, end: number, byte: ByteOffset): boolean {
    const value = parseLoose(decodeText(bytes, at, end));
    if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value))
      return false;
    const { tables } = embeddedIn(value, this.dialects);
    return tables.length > 0 && this.readValue(value, byte, end - at);
  }

  private readValue(value: LooseValue, byte: ByteOffset, length: number): boolean {
    const { records, tables, notes, cutObjects } = embeddedIn(value, this.dialects);
    if (records.length > 0) for (const one of notes) this.note(one);
    const cut = cutObjects ? records.length : 0;
    if (records.length > 0) this.readJson(encodeText(JSON.stringify(records)), byte, length, cut);
    let kept = records.length;
    for (const table of tables) {
      if (this.tables === null) throw new TypeError('Tables are read where the columns can be asked about');
      kept += this.tables(table, byte, length);
    }
    return kept > 0;
  }

  /**
   * Whether the object is a line that belongs to the records around it: that of a bulk request before each record,
   * `{"index": {"_id": "7"}}`, the schema and state of a Singer tap, or a page without records.
   */
  isAroundRecords(bytes: Uint8Array, at: number, end: number): boolean {
    const text = decodeText(bytes, at, Math.min(end, at + LONGEST_ACTION));
    if (SINGER_LINE.test(text)) return true;
    return end - at < LONGEST_ACTION && (BULK_ACTION.test(text) || EMPTY_PAGE.test(text));
  }

  /** Whether the object describes fields in the place of having them: a schema, a mapping of an index. */
  isSchema(bytes: Uint8Array, at: number, end: number): boolean {
    return SCHEMA.test(decodeText(bytes, at, Math.min(end, at + LONGEST_ACTION)));
  }

  /** What an object says that is the answer to a request that failed; `null` if it is none. */
  failureIn(bytes: Uint8Array, at: number, end: number): string | null {
    if (end - at > LONGEST_FAILURE) return null;
    const text = decodeText(bytes, at, end);
    if (!MAY_FAIL.test(text)) return null;
    const message = MESSAGE.exec(text)?.[1];
    return message ?? text.slice(0, 200);
  }
}

/** A pattern for a key in any spelling: `assetName` is also `asset_name` and `Asset name`. */
function hintOf(key: string): string {
  if (key.length < 4) return `\\b${key}\\b`;
  const words = key.replace(/([a-z])([A-Z])/g, '$1 $2').split(/[\s_]+/);
  const letter = (character: string) => `[${character.toLowerCase()}${character.toUpperCase()}]`;
  return words.map((word) => Array.from(word, letter).join('')).join('[\\W_]{0,3}');
}

function textOf(json: string): LooseValue | undefined {
  try {
    const text: unknown = JSON.parse(json);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}
