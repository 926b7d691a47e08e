import type { Dataset, DatasetHeader } from '../model/dataset';
import { letGo } from '../model/free-buffer';
import type { Notice } from '../model/notice';
import type { Watch } from '../model/progress';
import { DatasetBuilder } from './builder';
import { newDialects } from './formats/new-dialects';
import { JsonReader } from './json/json-reader';
import { noticesOf } from './notices';

/** A list of assets split over many responses, read while it comes. */
export interface PageImport {
  readonly id: string;
  readonly name: string;
  readonly gateway: NonNullable<DatasetHeader['gateway']>;
  /** Each a whole response in JSON; an empty one is passed over. They are let go of as soon as they are read. */
  readonly pages: AsyncIterable<Uint8Array>;
  /** Asked after the last page, with what came: why assets are known to be missing, `null` if none are. */
  readonly unfinished: (came: RecordsThatCame) => string | null;
}

/** Records of all pages, those that could not be read included, and how many repeat an asset on a page before. */
export interface RecordsThatCame {
  readonly records: number;
  readonly repeated: number;
}

/**
 * Reads pages into a dataset by the same reader as a file with responses one after another; only the columns
 * stay in memory. Each page is a file of its own to the reader, so that one with a broken record spoils no other.
 * @returns `null` if no page held an asset
 */
export async function importPages(request: PageImport, watch: Watch): Promise<Dataset | null> {
  const { id, name, gateway, pages } = request;
  const builder = new DatasetBuilder({
    id,
    name,
    origin: 'gateway',
    importedAt: Date.now(),
    base: null,
    gateway,
  });
  const reader = new JsonReader(builder, { dialects: newDialects() });
  let bytes = 0;
  builder.openFile(name, 0);
  for await (const page of pages) {
    await watch.pause();
    if (page.length === 0) continue;
    reader.restart(bytes);
    reader.feed(page);
    reader.finish();
    bytes += page.length;
    letGo(page);
  }
  reader.noteKeys();
  const reason = request.unfinished(builder.came);
  if (reason !== null) builder.markUnfinished(reason);
  builder.sizeFile(bytes);
  builder.closeFile('Gateway responses', { keys: reader.shape.keys });
  if (builder.kept === 0) return null;
  const dataset = builder.seal();
  // What pages say of further ones is told by whoever fetched them.
  const { responses, ...shape } = reader.shape;
  const account = { name, shape: { ...shape, responses: { ...responses, further: 0, named: 0 } } };
  const noticed: Notice[] =
    reason === null ? [] : [{ kind: 'unfinished', severity: 'incomplete', what: reason, count: 1 }];
  const notices = noticesOf(dataset, [account], [...noticed, ...builder.remarks]);
  return { ...dataset, header: { ...dataset.header, ...(notices.length > 0 ? { notices } : {}) } };
}
