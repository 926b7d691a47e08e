import type { Dataset } from '../model/dataset';
import type { ImportOptions, ImportSource, MappingRequest } from '../model/import-request';
import { type Trouble, TroubleError } from '../model/outcome';
import type { Watch } from '../model/progress';
import { DatasetBuilder } from './builder';
import type { Content } from './containers/content';
import { openContainer } from './containers/open-container';
import { readContent } from './formats';
import { joinedLosses, lossInFile, lossOfFile } from './incomplete-messages';
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
 * trouble, and the dataset is marked as unfinished. Throws `TroubleError`, and `CancelledError` once the watch says so.
 */
export async function importSources(
  sources: readonly ImportSource[],
  options: ImportOptions,
  base: Dataset | null,
  watch: Watch,
): Promise<ImportResult> {
  const builder = new DatasetBuilder({
    id: base?.header.id ?? randomId(),
    name: options.name ?? base?.header.name ?? nameOf(sources),
    origin: base?.header.origin ?? options.origin,
    importedAt: Date.now(),
    base,
    ...(base?.header.gateway && { gateway: base.header.gateway }),
  });
  const importer = new Importer(builder, options, sources, watch);
  if (base?.header.unfinished) importer.losses.push(base.header.unfinished.reason);
  for (const source of sources) {
    const request = await importer.read(source);
    if (request !== null) return { kind: 'mapping', request };
  }
  return { kind: 'dataset', dataset: importer.finish() };
}

class Importer {
  private firstTrouble: Trouble | null = null;
  /** Why assets are known to be missing, a sentence or two for each file. */
  readonly losses: string[] = [];
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

  /** Reads one file, or what its archive holds. */
  async read(source: ImportSource): Promise<MappingRequest | null> {
    try {
      if (source.blob.size === 0) throw emptyFile(source.name);
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
      if (builder.kept === keptBefore) throw noAssets(content.name, content.head, builder, skippedBefore);
      const { fault } = builder;
      if (fault !== null) this.losses.push(lossInFile(content.name, fault, builder.kept - keptBefore));
      builder.closeFile(reading.format, reading.mapping);
    } catch (error) {
      if (!(error instanceof TroubleError)) throw error;
      this.setAsideContent(error.trouble, builder.kept - keptBefore);
    }
    return null;
  }

  /** What was read before the damage stays, marked as unfinished; a file that gave nothing is set aside. */
  private setAsideContent(trouble: Trouble, kept: number): void {
    if (kept > 0) {
      this.losses.push(`${trouble.what} ${trouble.remedy}`);
      this.builder.closeFile('Damaged file', null, trouble);
      return;
    }
    this.firstTrouble ??= trouble;
    if (holdsNoAssets(trouble)) {
      // The page takes “No assets” for a loss, which this is not.
      this.builder.closeFile('Empty list');
      return;
    }
    this.losses.push(lossOfFile(this.builder.openFileName, trouble));
    this.builder.closeFile(trouble.code === 'file.noAssets' ? 'No assets' : 'Not read', null, trouble);
  }

  private setAside(name: string, bytes: number, trouble: Trouble): void {
    this.builder.openFile(name, bytes);
    this.setAsideContent(trouble, 0);
  }

  finish(): Dataset {
    const { builder, losses } = this;
    if (builder.kept === 0 && this.firstTrouble !== null) throw new TroubleError(this.firstTrouble);
    if (losses.length > 0) builder.explainUnfinished(joinedLosses(losses));
    return builder.seal();
  }
}

function nameOf(sources: readonly ImportSource[]): string {
  const first = sources[0]?.name ?? 'Import';
  return sources.length < 2 ? first : `${first} and ${(sources.length - 1).toLocaleString('en-US')} more`;
}

/** 128 random bits. `crypto.randomUUID` exists only in secure contexts, which a plain http page is not. */
function randomId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
