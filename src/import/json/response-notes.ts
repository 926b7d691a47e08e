import { decodeText, encodeText } from '../../model/text';
import { type FieldNode, NOTE, RESPONSE_PARTS } from './field-node';
import { type LooseValue, parseLoose } from './loose-text';

const NEXT = RESPONSE_PARTS.indexOf('next');

/** What a response says of itself behind its records is short. */
const LONGEST = 4096;

/** What the value of a member of a response, from `at` to before `end`, says of it. */
export function notesOfMember(
  node: FieldNode,
  bytes: Uint8Array,
  at: number,
  end: number,
): readonly (string | undefined)[] {
  const notes: (string | undefined)[] = [];
  if (end - at > LONGEST) return notes;
  const text = decodeText(bytes, at, end);
  addNotes(node, text.startsWith('{') ? (parseLoose(text) ?? '') : text.replace(/^"|"$/g, ''), notes);
  return notes;
}

/** Notes what a response says of itself under a key, by place in `RESPONSE_PARTS`. */
export function addNotes(node: FieldNode, value: LooseValue, notes: (string | undefined)[]): void {
  if (value === null || typeof value !== 'object') {
    if (node.action === NOTE) notes[node.part] = String(value);
    return;
  }
  if (Array.isArray(value) || !(node.response || node.hint || node.action === NOTE)) return;
  // Where the next page begins, as an object: DynamoDB's key of the last record.
  if (node.part === NEXT && Object.keys(value).length > 0) notes[NEXT] = 'object';
  for (const [key, inner] of Object.entries(value)) {
    const bytes = encodeText(key);
    const found = node.table?.find(bytes, 0, bytes.length)?.node ?? null;
    if (found !== null) addNotes(found, inner, notes);
  }
}
