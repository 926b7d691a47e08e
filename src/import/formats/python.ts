// What Python's print, str and pprint write of a response: https://docs.python.org/3/library/functions.html#repr
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

/** Text that a Python program printed: keys and texts in single quotes, which JSON does not have. */
export const PYTHON: Format = {
  recognise: (content) => {
    const text = new TextDecoder().decode(content.head);
    if (!/^\s*[{[(][^"]*?'[^'\n]{1,80}'\s*:/.test(text)) return null;
    return async (builder) => {
      const reader = new JsonReader(withoutPlaces(builder), { dialects: newDialects() });
      reader.feed(await jsonOf(content));
      reader.finish();
      return { kind: 'read', format: 'Python text', mapping: null, shape: reader.shape };
    };
  },
};

/** The text as JSON; throws a `TroubleError` where it cannot be made of it. */
async function jsonOf(content: Content): Promise<Uint8Array> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of content.bytes()) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LARGEST_TEXT) throw pythonText(content.name);
  }
  const value = parseLoose(text);
  if (value === undefined) throw pythonText(content.name);
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

/** The refusal of such a text, by its name. */
function pythonText(file: string): TroubleError {
  return new TroubleError({
    code: 'file.python',
    what: `${file} is text that a Python program printed, not JSON, and it cannot be read as such.`,
    remedy:
      'Write it with json.dump(data, file) in the place of print, str or pprint, and choose the new file.',
    where: { file },
  });
}
