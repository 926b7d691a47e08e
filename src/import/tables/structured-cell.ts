import type { FieldId } from '../../model/field';
import type { RecordSink } from '../record-sink';
import { isPlaceholder } from './cell-text';
import {
  type EmbeddedValue,
  mayBeEmbedded,
  objectsIn,
  readEmbedded,
  TYPE_NAME,
  textsIn,
} from './embedded-values';

/** Fields whose column may hold the list that the API has in their place, written as text. */
const STRUCTURED: ReadonlySet<FieldId> = new Set<FieldId>([
  'macAddresses',
  'sources',
  'tags',
  'interfaceAddresses',
  'interfaceHostnames',
]);

/** What a cell with a list or an object came to. `cut`: the program that wrote it left the name of a type there. */
export type StructuredCell = 'none' | 'read' | 'cut' | 'unreadable';

/** Reads a cell that holds a list or an object as text into the record that was begun. */
export function writeStructured(field: FieldId, text: string, sink: RecordSink): StructuredCell {
  if (!STRUCTURED.has(field)) return 'none';
  const cut = TYPE_NAME.test(text);
  if (!mayBeEmbedded(text)) return cut ? 'cut' : 'none';
  const value = readEmbedded(text);
  if (value === null) return cut ? 'cut' : 'unreadable';
  const wrote = WRITERS[field]?.(value, sink) ?? false;
  return cut && !wrote ? 'cut' : 'read';
}

type Writer = (value: EmbeddedValue, sink: RecordSink) => boolean;

const WRITERS: Readonly<Partial<Record<FieldId, Writer>>> = {
  macAddresses: writeInterfaces,
  interfaceAddresses: writeInterfaces,
  interfaceHostnames: writeInterfaces,
  sources: writeSources,
  tags: writeTags,
};

const INTERFACE_FIELDS: Readonly<Record<string, FieldId>> = {
  macaddress: 'macAddresses',
  addressipv4: 'interfaceAddresses',
  addressipv6: 'interfaceAddresses',
  address: 'interfaceAddresses',
  hostname: 'interfaceHostnames',
};
const BARE_MAC = /^([\da-f]{2}[:-]){5}[\da-f]{2}$/i;

function writeInterfaces(value: EmbeddedValue, sink: RecordSink): boolean {
  let wrote = false;
  for (const [key, text] of textsIn(value)) {
    const field = INTERFACE_FIELDS[key.toLowerCase()] ?? (BARE_MAC.test(text) ? 'macAddresses' : undefined);
    if (field === undefined || isPlaceholder(text)) continue;
    sink.value(field, text);
    wrote ||= field === 'macAddresses';
  }
  return wrote;
}

function writeSources(value: EmbeddedValue, sink: RecordSink): boolean {
  let wrote = false;
  for (const entry of objectsIn(value)) {
    const source = textOf(entry.get('source'));
    if (source === '') continue;
    sink.source(source, textOf(entry.get('created')), textOf(entry.get('lastUpdated')));
    wrote = true;
  }
  if (wrote) return true;
  for (const [key, text] of textsIn(value)) {
    if (key !== '' || isPlaceholder(text)) continue;
    sink.source(text, '', '');
    wrote = true;
  }
  return wrote;
}

function writeTags(value: EmbeddedValue, sink: RecordSink): boolean {
  let wrote = false;
  for (const [key, text] of textsIn(value)) {
    if (key !== '' && key !== 'tagName' && key !== 'name') continue;
    sink.value('tags', text);
    wrote = true;
  }
  return wrote;
}

function textOf(value: EmbeddedValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
