// JSON of rows without keys: pandas' orient="values", jq's [.a, .b], JSONCompactEachRow of ClickHouse.
import { TroubleError } from '../../model/outcome';
import type { Content } from '../containers/content';
import { cellOf } from '../json/embedded-tables';
import { type LooseValue, parseLoose } from '../json/loose-text';
import { suggestMapping } from '../tables/suggest-mapping';
import type { Format } from './format';
import { JsonTables } from './json-tables';

/** The rows are held in memory whole; larger files are refused. */
const LARGEST = 64 << 20;
const BEGINS_WITH_ROW = /^\s*\[\s*\[\s*(?:"(?!\s*[{[])|-?\d|null\b|true\b|false\b)/;
const ROW_A_LINE = /^\s*\[\s*(?:"|-?\d)[^[\]{}\n]*,[^[\]{}\n]*\]\s*,?\s*\n\s*\[/;

/** ClickHouse may put the types of the columns below their names. */
const TYPE =
  /^(?:U?Int\d+|Float\d+|String|FixedString\(\d+\)|UUID|Bool|IPv[46]|Date\w*(?:\(.*\))?|(?:Nullable|LowCardinality|Array)\(.*\))$/;

export const JSON_ROWS: Format = {
  recognise: (content) => {
    const text = new TextDecoder().decode(content.head);
    if (!BEGINS_WITH_ROW.test(text) && !ROW_A_LINE.test(text)) return null;
    return async (builder, { options }) => {
      const [first = [], ...below] = await rowsOf(content);
      const rows = below[0]?.every((cell) => TYPE.test(cell)) ? below.slice(1) : below;
      if (suggestMapping(first, rows.slice(0, 50)).recognised === 0) throw withoutNames(content.name);
      const tables = new JsonTables(content.name, builder, { options });
      tables.read({ headers: first, rows }, content.skipped, 0);
      if (tables.request !== null) return { kind: 'mapping', request: tables.request };
      return { kind: 'read', format: 'Table in JSON', mapping: tables.mapping };
    };
  },
};

/** The rows with their cells as texts; throws a `TroubleError` where the text is not rows alone. */
async function rowsOf(content: Content): Promise<string[][]> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of content.bytes()) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LARGEST) throw withoutNames(content.name);
  }
  const value = parseLoose(
    BEGINS_WITH_ROW.test(text) ? text : `[${text.trim().replaceAll(/\]\s*\n\s*\[/g, '],[')}]`,
  );
  if (!Array.isArray(value)) throw withoutNames(content.name);
  return value.filter((row): row is LooseValue[] => Array.isArray(row)).map((row) => row.map(cellOf));
}

function withoutNames(file: string): TroubleError {
  return new TroubleError({
    code: 'json.rowsWithoutNames',
    what: `${file} is a list of rows without the names of their columns, so nobody can tell what a value is.`,
    remedy:
      'Export again with names: to_json(orient="records") of a data frame, objects in the place of lists in jq; or put a row with the names first.',
    where: { file },
  });
}
