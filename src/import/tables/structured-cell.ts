import { isPlaceholder } from '../../identifiers/placeholder';
import type { FieldId } from '../../model/field';
import { type LooseValue, parseLoose } from '../json/loose-text';
import type { RecordSink } from '../record-sink';
import { objectsIn, textsIn } from './loose-values';

/** Fields whose column may hold the list that the API has in their place, written as text. */
const STRUCTURED: ReadonlySet<FieldId> = new Set<FieldId>([
  'macAddresses',
  'sources',
  'tags',
  'interfaceAddresses',
  'interfaceHostnames',
]);

/** .NET's name of a type, which PowerShell writes where it does not go deeper. */
export const TYPE_NAME =
  /\bSystem\.(?:(?:Object|String)\[\]|Collections\.[\w.`[\]]+|Management\.Automation\.\w+|Xml\.\w+)/;
/** Lists and objects begin with one of these; PowerShell's with `@{`. */
const BRACKETS = '[{(@';
/** Longer cells are not looked into. */
const LONGEST = 1 << 20;
/** What programs write for objects: `[object Object]`, `[Record]`, `[Ljava.lang.String;@1b2c`. */
const ONLY_TYPE_NAMES = /^(?:\[(?:object \w+|Record|List|Table|L[\w.$]+;@[\da-f]+)[\],;\s]*)+$/;
const PYTHON_SET = /^\{\s*(?:'[^'\\]*'|"[^"\\]*")(?:\s*,\s*(?:'[^'\\]*'|"[^"\\]*"))*\s*\}$/;

/** What a cell with a list or an object came to. `cut`: the program that wrote it left the name of a type there. */
export type StructuredCell = 'none' | 'read' | 'cut' | 'unreadable';

/** Reads a cell that holds a list or an object as text into the record that was begun. */
export function writeStructured(field: FieldId, text: string, sink: RecordSink): StructuredCell {
  if (!STRUCTURED.has(field)) return 'none';
  const cut = text.includes('System.') && TYPE_NAME.test(text);
  if (!BRACKETS.includes(text[0]!)) return cut ? 'cut' : 'none';
  if (ONLY_TYPE_NAMES.test(text)) return 'cut';
  if (text.startsWith('@') && !text.startsWith('@{')) return cut ? 'cut' : 'none';
  const list = PYTHON_SET.test(text) ? `[${text.slice(1, -1)}]` : text;
  const value = text.length > LONGEST ? undefined : parseLoose(list);
  if (value === undefined) return cut ? 'cut' : 'unreadable';
  const wrote = WRITERS[field]?.(value, sink) ?? false;
  return cut && !wrote ? 'cut' : 'read';
}

type Writer = (value: LooseValue, sink: RecordSink) => boolean;

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

function writeInterfaces(value: LooseValue, sink: RecordSink): boolean {
  let wrote = false;
  for (const [key, text] of textsIn(value)) {
    const field = INTERFACE_FIELDS[key.toLowerCase()] ?? (BARE_MAC.test(text) ? 'macAddresses' : undefined);
    if (field === undefined || isPlaceholder(text) || TYPE_NAME.test(text)) continue;
    sink.value(field, text);
    wrote ||= field === 'macAddresses';
  }
  return wrote;
}

function writeSources(value: LooseValue, sink: RecordSink): boolean {
  let wrote = false;
  for (const entry of objectsIn(value)) {
    const source = textOf(entry['source']);
    if (source === '') continue;
    sink.source(source, textOf(entry['created']), textOf(entry['lastUpdated']));
    wrote = true;
  }
  if (wrote) return true;
  for (const [key, text] of textsIn(value)) {
    if (key !== '' || isPlaceholder(text) || TYPE_NAME.test(text)) continue;
    sink.source(text, '', '');
    wrote = true;
  }
  return wrote;
}

function writeTags(value: LooseValue, sink: RecordSink): boolean {
  let wrote = false;
  for (const [key, text] of textsIn(value)) {
    if (key !== '' && key !== 'tagName' && key !== 'name') continue;
    sink.value('tags', text);
    wrote = true;
  }
  return wrote;
}

function textOf(value: LooseValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
