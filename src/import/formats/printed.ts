// What programs print of a response in the place of JSON: Python's print, str and pprint
// (https://docs.python.org/3/library/functions.html#repr), JavaScript's console.log.
import { TroubleError } from '../../model/outcome';
import { encodeText } from '../../model/text';
import type { DatasetBuilder } from '../builder';
import type { Content } from '../containers/content';
import { JsonReader } from '../json/json-reader';
import { parseLoose } from '../json/loose-text';
import type { RecordKeeper } from '../record-keeper';
import type { Format } from './format';
import { newDialects } from './new-dialects';

/** The text is held in memory whole; larger ones are refused. */
const LARGEST_TEXT = 64 << 20;

/** A program that prints objects in a way of its own. */
interface Printer {
  readonly name: string;
  readonly looks: RegExp;
  /** What to write in the place of what printed it. */
  readonly remedy: string;
}

const PRINTERS: readonly Printer[] = [
  {
    // Keys and texts in single quotes, which JSON does not have; pairs of an ordered dictionary.
    name: 'Python',
    looks: /^\s*(?:[{[(][^"]*?'[^'\n]{1,80}'\s*:|[[(]?\s*(?:\w+\.)?(?:Ordered|default)?[dD]ict\()/,
    remedy:
      'Write it with json.dump(data, file) in the place of print, str or pprint, and choose the new file.',
  },
  {
    // Keys without quotes.
    name: 'JavaScript',
    looks: /^\s*[[(]*\s*\{\s*[A-Za-z_$][\w$]*\s*:/,
    remedy: 'Write it with JSON.stringify(data) in the place of console.log, and choose the new file.',
  },
];

/** Text that a program printed in the place of JSON. */
export const PRINTED: Format = {
  recognise: (content) => {
    const text = new TextDecoder().decode(content.head);
    const printer = PRINTERS.find(({ looks }) => looks.test(text));
    if (printer === undefined) return null;
    return async (builder) => {
      const reader = new JsonReader(withoutPlaces(builder), { dialects: newDialects() });
      reader.feed(await jsonOf(content, printer));
      reader.finish();
      reader.noteKeys();
      return { kind: 'read', format: `${printer.name} text`, mapping: null, shape: reader.shape };
    };
  },
};

/** The text as JSON; throws a `TroubleError` where it cannot be made of it. */
async function jsonOf(content: Content, printer: Printer): Promise<Uint8Array> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of content.bytes()) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LARGEST_TEXT) throw printedText(content.name, printer);
  }
  const value = parseLoose(text);
  if (value === undefined) throw printedText(content.name, printer);
  return encodeText(JSON.stringify(value));
}

/** Offsets in the JSON made of the text mean nothing in the file. */
function withoutPlaces(builder: DatasetBuilder): RecordKeeper {
  return {
    draft: builder.draft,
    keep: () => builder.keep(-1, 0),
    skip: (_, reason) => builder.skip(-1, reason),
    markUnfinished: (reason) => builder.markUnfinished(reason),
    seesAll: (fields) => builder.seesAll(fields),
  };
}

/** The refusal of such a text, by the name of what printed it. */
function printedText(file: string, { name, remedy }: Printer): TroubleError {
  return new TroubleError({
    code: 'file.printed',
    what: `${file} is text that a ${name} program printed, not JSON, and it cannot be read as such.`,
    remedy,
    where: { file },
  });
}
