import type { Dataset, DatasetHeader } from '../model/dataset';
import type { ImportOptions, ImportSource, MappingRequest } from '../model/import-request';
import type { Notice } from '../model/notice';
import { type Trouble, TroubleError } from '../model/outcome';
import type { Watch } from '../model/progress';
import { DatasetBuilder } from './builder';
import type { Content } from './containers/content';
import { openContainer } from './containers/open-container';
import { readWhole } from './containers/slices';
import { readContent } from './formats';
import { MOST_HELD, watchHeld } from './held-bytes';
import { incompleteFile, joinedReasons, unreadFile } from './incomplete-messages';
import { type FileAccount, noticesOf } from './notices';
import { emptyFile, holdsNoAssets, noAssets } from './wrong-file';

/** What an import came to: a dataset, or a spreadsheet whose columns want a look first. */
export type ImportResult =
  | { readonly kind: 'dataset'; readonly dataset: Dataset }
  | { readonly kind: 'mapping'; readonly request: MappingRequest };

/**
 * Reads files into a dataset: all of them into one, in the order given, behind the assets of `base` where files
 * are added to an open dataset. What each file is shows in its bytes, never in its name.
 *
 * A file that cannot be read is an error if nothing else can be; next to files with assets it is listed with its
 * trouble, and the dataset is marked as unfinished. Throws `TroubleError`, and `CancelledError` once the watch says so. `mostHeld` is what a test replaces.
 */
export async function importSources(
  sources: readonly ImportSource[],
  options: ImportOptions,
  base: Dataset | null,
  watch: Watch,
  mostHeld = MOST_HELD,
): Promise<ImportResult> {
  const builder = new DatasetBuilder({
    id: base?.header.id ?? randomId(),
    name: options.name ?? (base === null ? nameOf(sources) : nameWith(base.header, sources)),
    origin: base?.header.origin ?? options.origin,
    importedAt: Date.now(),
    base,
    ...(base?.header.gateway && { gateway: base.header.gateway }),
  });
  const held = watchHeld(watch, () => builder.writers.held, mostHeld);
  const importer = new Importer(builder, options, sources, held);
  if (base !== null) importer.takeOver(base.header);
  for (const source of sources) {
    const request = await importer.read(source);
    if (request !== null) return { kind: 'mapping', request };
  }
  return { kind: 'dataset', dataset: importer.finish() };
}

class Importer {
  private firstTrouble: Trouble | null = null;
  /** Why assets are known to be missing, a sentence or two for each file. */
  private readonly reasons: string[] = [];
  private readonly notices: Notice[] = [];
  private readonly accounts: FileAccount[] = [];
  private done = 0;
  private readonly total: number;

  constructor(
    private readonly builder: DatasetBuilder,
    private readonly options: ImportOptions,
    sources: readonly ImportSource[],
    private readonly watch: Watch,
  ) {
    this.total = sources.reduce((sum, source) => sum + source.blob.size, 0);
  }

  /** Starts with what is known of the dataset that files are added to. */
  takeOver({ unfinished, notices = [] }: DatasetHeader): void {
    if (unfinished) this.reasons.push(unfinished.reason);
    this.notices.push(...notices);
    const isTold = notices.some(({ kind }) => kind === 'unfinished' || kind === 'unreadFile');
    if (unfinished && !isTold) this.notice('unfinished', unfinished.reason);
  }

  private notice(kind: Notice['kind'], what: string, file?: string): void {
    const notice: Notice = { kind, severity: 'incomplete', what, count: 1 };
    this.notices.push(file === undefined ? notice : { ...notice, file });
  }

  /** Reads one file, or what its archive holds. */
  async read(source: ImportSource): Promise<MappingRequest | null> {
    try {
      if (source.blob.size === 0) await refuseEmpty(source);
      for await (const content of openContainer(source, this.watch)) {
        const request = await this.readContent(content, source);
        if (request !== null) return request;
      }
    } catch (error) {
      if (!(error instanceof TroubleError)) throw error;
      this.setAside(source.name, source.blob.size, error.trouble);
    }
    this.done += source.blob.size;
    return null;
  }

  private async readContent(content: Content, source: ImportSource): Promise<MappingRequest | null> {
    const { builder, watch } = this;
    const keptBefore = builder.kept;
    const skippedBefore = builder.skippedSoFar.length;
    const onBytes = (bytes: number) =>
      watch.report({
        phase: 'Reading',
        // Unpacked bytes are more than the file's: for those, how far the file itself has been read.
        done: this.done + Math.min(content.position?.() ?? bytes, source.blob.size),
        total: this.total,
        unit: 'bytes',
        assets: builder.assets,
      });
    builder.openFile(content.name, content.entryBytes ?? source.blob.size);
    try {
      const reading = await readContent(content, builder, { options: this.options, watch, onBytes });
      if (reading.kind === 'mapping') return reading.request;
      if (reading.shape !== undefined) this.accounts.push({ name: content.name, shape: reading.shape });
      if (builder.kept === keptBefore) {
        const failure = reading.shape?.responses.failure ?? null;
        throw noAssets(content.name, content.head, builder, skippedBefore, failure);
      }
      const { fault } = builder;
      if (fault !== null) {
        const reason = incompleteFile(content.name, fault, builder.kept - keptBefore);
        this.reasons.push(reason);
        this.notice('unfinished', reason, content.name);
      }
      const keys = reading.mapping === null ? reading.shape?.keys : undefined;
      builder.closeFile(reading.format, { mapping: reading.mapping, keys });
    } catch (error) {
      if (!(error instanceof TroubleError)) throw error;
      this.setAsideContent(error.trouble, builder.kept - keptBefore);
    }
    return null;
  }

  /** What was read before the damage stays, marked as unfinished; a file that gave nothing is set aside. */
  private setAsideContent(trouble: Trouble, kept: number): void {
    if (kept > 0) {
      this.reasons.push(`${trouble.what} ${trouble.remedy}`);
      this.notice('unfinished', `${trouble.what} ${trouble.remedy}`, this.builder.openFileName);
      this.builder.closeFile('Damaged file', { trouble });
      return;
    }
    this.firstTrouble ??= trouble;
    if (holdsNoAssets(trouble)) {
      // The page takes “No assets” for a loss, which this is not.
      this.builder.closeFile('Empty list');
      return;
    }
    if (trouble.code === 'file.notAnExport') {
      const name = this.builder.openFileName;
      const what = `“${name}” is no asset export and was not read.`;
      this.notices.push({ kind: 'otherFile', severity: 'note', what, count: 1, file: name });
      this.builder.closeFile('No export');
      return;
    }
    const reason = unreadFile(this.builder.openFileName, trouble);
    this.reasons.push(reason);
    this.notice('unreadFile', reason, this.builder.openFileName);
    this.builder.closeFile(trouble.code === 'file.noAssets' ? 'No assets' : 'Not read', { trouble });
  }

  private setAside(name: string, bytes: number, trouble: Trouble): void {
    this.builder.openFile(name, bytes);
    this.setAsideContent(trouble, 0);
  }

  finish(): Dataset {
    const { builder, reasons } = this;
    if (builder.kept === 0 && this.firstTrouble !== null) throw new TroubleError(this.firstTrouble);
    if (reasons.length > 0) builder.explainUnfinished(joinedReasons(reasons));
    const dataset = builder.seal();
    const notices = noticesOf(dataset, this.accounts, [...this.notices, ...builder.remarks]);
    return { ...dataset, header: { ...dataset.header, notices } };
  }
}

/** Browsers give the size of a file that was removed since it was chosen as 0; only reading it tells. */
async function refuseEmpty({ name, blob }: ImportSource): Promise<never> {
  await readWhole(blob, name);
  throw emptyFile(name);
}

function nameOf(sources: readonly ImportSource[]): string {
  const first = sources[0]?.name ?? 'Import';
  return sources.length < 2 ? first : `${first} and ${(sources.length - 1).toLocaleString('en-US')} more`;
}

const ADDED_FILES = / \+ ([\d,]+) files?$/;

/** "inventory.json + 2 files": the name before, and how many files were added since. */
function nameWith({ name }: DatasetHeader, sources: readonly ImportSource[]): string {
  const before = Number(ADDED_FILES.exec(name)?.[1]?.replaceAll(',', '') ?? 0);
  const more = before + sources.length;
  return `${name.replace(ADDED_FILES, '')} + ${more.toLocaleString('en-US')} ${more === 1 ? 'file' : 'files'}`;
}

/** 128 random bits. `crypto.randomUUID` exists only in secure contexts, which a plain http page is not. */
function randomId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
