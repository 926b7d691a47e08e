import { textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { HandOver } from '../../../model/hand-over';
import { TroubleError } from '../../../model/outcome';
import { csvCell } from '../../../report/csv';
import { assetTitle } from '../../../wording/asset-title';
import type { HandOverLog } from '../../../worker/hand-over-log';
import { createLatestView } from '../../../worker/latest-view';
import { outcomeOf } from '../../../worker/outcomes';
import type { Session } from '../../../worker/session';
import type { ChangesCalls, ReadBackLine, ReadBackView, ReadResults } from '../calls';
import { type ReadBack, readBack, stateAt } from '../read-back/read-back';
import { type ResultFile, readResultFile } from '../read-back/result-file';
import { READ_BACK_STATES, type ReadBackState, SAID, SAID_WORDS, STATE_WORDS } from '../types';

interface OpenReadBack {
  readonly dataset: Dataset;
  readonly handOver: HandOver;
  readonly found: ReadBack;
  readonly results: { readonly name: string; readonly file: ResultFile } | null;
}

/** A line has some fifty characters: a file of a million results fits. */
const LARGEST_FILE = 100_000_000;

/** What became of a hand-over, as the open dataset and a result file say. */
export function createReadBack(
  session: Session,
  log: HandOverLog,
): Pick<ChangesCalls, 'readBack' | 'readBackLines' | 'saveReadBack'> {
  const views = createLatestView<OpenReadBack>(session);
  return {
    readBack: (id, given) =>
      outcomeOf('Reading back', async () => {
        const { dataset } = session.requireOpen();
        const made = await views.open(async (watch) => {
          const handOver = await log.open(id);
          if (handOver === null) throw forgotten();
          const results =
            given === null
              ? null
              : { name: given.name, file: readResultFile(await textOf(given.blob), handOver) };
          return { dataset, handOver, found: await readBack(handOver, dataset, watch), results };
        });
        return viewOf(made);
      }),
    readBackLines: (state, from, count) =>
      outcomeOf('Reading the lines', () => {
        const open = views.current();
        if (open === null) return [];
        return recordsIn(open, state)
          .slice(from, from + count)
          .map((record) => lineOf(open, record));
      }),
    saveReadBack: () =>
      outcomeOf('Writing the read-back', async () => {
        const open = views.current();
        const lines =
          open === null ? [] : recordsIn(open, null).map((record) => csvLine(lineOf(open, record)));
        return new Blob(['\ufeff', CSV_HEAD, ...lines], { type: 'text/csv' });
      }),
  };
}

function recordsIn({ handOver, found }: OpenReadBack, state: ReadBackState | null): number[] {
  const all = [...handOver.assetIds.keys()];
  return state === null ? all : all.filter((record) => stateAt(found, record) === state);
}

function viewOf(open: OpenReadBack): ReadBackView {
  const { dataset, handOver, found } = open;
  const counts = { gone: 0, still: 0, back: 0 };
  for (const state of found.states) counts[READ_BACK_STATES[state]!]++;
  const { id, importedAt } = handOver.summary.dataset;
  return {
    handOver: handOver.summary,
    sameDataset: id === dataset.header.id && importedAt === dataset.header.importedAt,
    counts,
    results: resultsOf(open),
  };
}

function resultsOf({ results, found }: OpenReadBack): ReadResults | null {
  if (results === null) return null;
  const { said, space, unknown } = results.file;
  const counts = Object.fromEntries(
    SAID.map((one) => [one, said.filter((other) => other === one).length]),
  ) as ReadResults['said'];
  const contradicted = said.filter((one, record) => one === 'purged' && stateAt(found, record) !== 'gone');
  return {
    fileName: results.name,
    space,
    said: counts,
    unsaid: said.filter((one) => one === null).length,
    unknown,
    contradicted: contradicted.length,
  };
}

function lineOf({ dataset, handOver, found, results }: OpenReadBack, record: number): ReadBackLine {
  const backAs = found.backAs[record]!;
  return {
    assetId: handOver.assetIds[record]!,
    hostId: handOver.hostIds[record]!,
    survivor: handOver.survivors[record]!,
    state: stateAt(found, record),
    backAs:
      backAs < 0
        ? null
        : { assetId: textAt(dataset.columns.assetId, backAs), title: assetTitle(dataset, backAs) },
    said: results?.file.said[record] ?? null,
  };
}

/** No column is called "Asset ID": scripts of others delete what stands under that header. */
const CSV_HEAD = 'Handed Over,Host ID,Survivor (keep),Now,Came Back As,Result File\r\n';

function csvLine({ assetId, hostId, survivor, state, backAs, said }: ReadBackLine): string {
  const cells = [
    assetId,
    hostId,
    survivor,
    STATE_WORDS[state],
    backAs?.assetId ?? '',
    said === null ? '' : SAID_WORDS[said],
  ];
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** UTF-8, or UTF-16 as spreadsheets on Windows write it. */
async function textOf(blob: Blob): Promise<string> {
  if (blob.size > LARGEST_FILE) throw tooLarge();
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const marks: Readonly<Record<number, string>> = { 65534: 'utf-16le', 65279: 'utf-16be' };
  return new TextDecoder(marks[((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)] ?? 'utf-8').decode(bytes);
}

function forgotten(): TroubleError {
  return new TroubleError({
    code: 'hand-over-forgotten',
    what: 'This hand-over is not remembered in this browser any more.',
    remedy: 'Choose another one.',
  });
}

function tooLarge(): TroubleError {
  return new TroubleError({
    code: 'result-file-too-large',
    what: 'The result file has more than 100 MB.',
    remedy: 'Load only the lines with the results, or compare with a later export.',
  });
}
