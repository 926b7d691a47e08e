import type { Source } from '../../model/columns';
import { FIELD_IDS, FIELDS, type FieldId } from '../../model/field';
import type { Watch } from '../../model/progress';
import { Slices } from '../../model/slices';
import type { AssetIndex } from '../../model/units';
import { bytesOf } from '../byte-stream';
import type { ReportInput } from '../input';
import type { AssetValues } from './asset-values';
import { PLACES } from './places';

type Json = string | null | readonly Json[] | { readonly [key: string]: Json };
type Building = { [key: string]: Json | Building };

/**
 * The dataset, or the assets of the rows that are shown, as one JSON object a line (NDJSON) with the Gateway's keys:
 * read again it gives the same fields, and so the same groups. The first line has a `null` or an empty list for each
 * field that the export had without a value, which tells "empty" from "not exported".
 */
export function writeAssetLines(input: ReportInput, watch: Watch): AsyncGenerator<Uint8Array> {
  return bytesOf(lines(input, watch));
}

/** The assets that the file holds, in dataset order: all, or those of the shown rows, each once. */
export function assetsOfFile({ facts, table, assets }: ReportInput): Uint32Array {
  if (facts.query === null) return Uint32Array.from({ length: assets.size }, (_, asset) => asset);
  const shown = new Uint8Array(assets.size);
  for (const row of table.rows) shown[table.rowAt(row).asset] = 1;
  return Uint32Array.from(shown.keys()).filter((asset) => shown[asset] === 1);
}

async function* lines(input: ReportInput, watch: Watch): AsyncGenerator<string> {
  const { assets } = input;
  const chosen = assetsOfFile(input);
  const slices = new Slices(watch);
  let first = true;
  for (const [at, asset] of chosen.entries()) {
    yield `${JSON.stringify(lineOf(assets, asset, first ? assets.fieldsSeen : []))}\n`;
    first = false;
    if ((at & 127) !== 127 || !slices.due) continue;
    watch.report({ phase: 'Writing assets', done: at, total: chosen.length, unit: 'assets' });
    await slices.rest();
  }
}

/** @param seen fields that are written although the asset has no value */
function lineOf(assets: AssetValues, asset: AssetIndex, seen: readonly FieldId[]): Building {
  const line: Building = {};
  for (const field of FIELD_IDS) {
    const isList = PLACES[field].at(-1)!.startsWith('[') || FIELDS[field].kind === 'texts';
    const values =
      field === 'sources' ? assets.sources(asset).map(sourceJson) : objectsOf(field, assets.of(field, asset));
    if (values.length === 0 && !seen.includes(field)) continue;
    put(line, PLACES[field], isList ? values : (values[0] ?? null));
  }
  return line;
}

/** A list's objects with the value under its key; IPv6 addresses have a key of their own. */
function objectsOf(field: FieldId, values: readonly string[]): Json[] {
  const key = PLACES[field].at(-1)!;
  if (!key.startsWith('[')) return [...values];
  return values.map((value) => {
    const own = field === 'interfaceAddresses' && value.includes(':') ? 'addressIpV6' : key.slice(1, -1);
    return { [own]: value };
  });
}

function sourceJson({ source, created, lastUpdated }: Source): Json {
  const time = (at: number) => (Number.isNaN(at) ? null : new Date(at).toISOString());
  return { source, created: time(created), lastUpdated: time(lastUpdated) };
}

/** Puts the value where its keys lead; lists of one place are joined. */
function put(line: Building, place: readonly string[], value: Json): void {
  const keys = place.filter((key) => !key.startsWith('['));
  let at = line;
  for (const key of keys.slice(0, -1)) {
    at[key] ??= {};
    at = at[key] as Building;
  }
  const last = keys.at(-1)!;
  const before = at[last];
  at[last] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
}
