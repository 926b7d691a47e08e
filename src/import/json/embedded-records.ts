import { encodeText } from '../../model/text';
import type { Dialects } from './dialects';
import { type EmbeddedTable, isObject, type LooseObject, tableIn } from './embedded-tables';
import { RECORD_MARK } from './field-node';
import { type LooseValue, parseLoose } from './loose-text';
import { addNotes } from './response-notes';

/** What lies in a value that is no record itself, in the order in which it lies there. */
export interface Embedded {
  readonly records: LooseValue[];
  readonly tables: EmbeddedTable[];
  /** What responses around the records say of themselves, by place in `RESPONSE_PARTS`. */
  readonly notes: (string | undefined)[][];
  /** Whether some records were texts that PowerShell had made of objects. */
  cutObjects: boolean;
}

const DEEPEST = 40;
/** In a line that a log shipper wrote, these tell of the machine that shipped it. */
const OF_SHIPPER = /^(?:host|agent|observer|beat|cloud|container)$/;

/**
 * Looks for records and tables anywhere in a value: in lists, in objects under any key, in texts that hold JSON,
 * Python's or PowerShell's writing of an object.
 */
export function embeddedIn(value: LooseValue, dialects: Dialects): Embedded {
  const found: Embedded = { records: [], tables: [], notes: [], cutObjects: false };
  collect(value, dialects, found, 0);
  return found;
}

function collect(value: LooseValue, dialects: Dialects, found: Embedded, depth: number): void {
  if (depth > DEEPEST) return;
  if (typeof value === 'string') {
    const inner = textValue(value);
    if (inner === undefined) return;
    const before = found.records.length;
    collect(inner, dialects, found, depth + 1);
    if (found.records.length > before && value.trimStart().startsWith('@{')) found.cutObjects = true;
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value) collect(item, dialects, found, depth + 1);
    return;
  }
  if (!isObject(value)) return;
  const table = tableIn(value, (key) => markOf(key, dialects) !== 0);
  if (table !== null) {
    found.tables.push(table);
    return;
  }
  if (isRecord(value, dialects)) {
    found.records.push(value);
    return;
  }
  const notes = notesOf(value, dialects);
  if (notes.length > 0) found.notes.push(notes);
  const isShipped = '@timestamp' in value;
  for (const [key, inner] of Object.entries(value)) {
    if (!(isShipped && OF_SHIPPER.test(key))) collect(inner, dialects, found, depth + 1);
  }
}

function notesOf(object: LooseObject, dialects: Dialects): (string | undefined)[] {
  const notes: (string | undefined)[] = [];
  for (const [key, value] of Object.entries(object)) {
    const bytes = encodeText(key);
    const node = dialects.around.find(bytes, 0, bytes.length)?.node ?? null;
    if (node !== null) addNotes(node, value, notes);
  }
  return notes;
}

/** A text that is itself an object or a list; base64 of JSON begins with `eyJ` or `W3si`. */
function textValue(text: string): LooseValue | undefined {
  const first = text.trimStart()[0];
  if (first === '{' || first === '[' || first === '@' || first === '(') return parseLoose(text);
  if (!/^(?:ey[A-Za-z0-9+/]|W[1-9A-Za-z])[A-Za-z0-9+/\s]{20,}={0,2}\s*$/.test(text)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(text.replace(/\s/g, '')), (character) => character.charCodeAt(0));
    return parseLoose(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** Whether the object is a record by its keys, and its ID is no list or object of many. */
export function isRecord(value: { [key: string]: LooseValue }, dialects: Dialects): boolean {
  const marks = Object.keys(value).reduce((all, key) => all | markOf(key, dialects), 0);
  return dialects.of(marks) >= 0 || (marks & RECORD_MARK) !== 0;
}

function markOf(key: string, dialects: Dialects): number {
  const bytes = encodeText(key);
  return dialects.tables[0]!.find(bytes, 0, bytes.length)?.node?.marks ?? 0;
}
