import { strToU8 } from 'fflate';
import type { JudgementSource } from '../../../model/judgement-source';
import type { Watch } from '../../../model/progress';
import { Slices } from '../../../model/slices';
import { writeSheets } from '../../../report/xlsx/write-xlsx';
import { ZipStream, zipTime } from '../../../report/xlsx/zip-stream';
import type { HandOverSettings } from '../types';
import { callChunks, qpsFiles } from './calls-in-order';
import type { Plan } from './plan';
import { qqlLines } from './qql';
import { readmeText } from './readme';
import {
  collisionsTable,
  csvText,
  keepTable,
  notListedTable,
  redundantTable,
  sheetOf,
  staleTable,
} from './tables';

/** The kit as a zip. The same plan and settings make the same bytes: no clock and no locale has a part in it. */
export async function* writeKit(
  plan: Plan,
  settings: HandOverSettings,
  causes: Pick<JudgementSource, 'causeText'>,
  watch: Watch,
): AsyncGenerator<Uint8Array> {
  const { header } = plan.dataset;
  const madeAt = header.importedAt;
  const zip = new ZipStream(zipTime(madeAt));
  const slices = new Slices(watch);
  const chunks = callChunks(plan);
  const redundant = redundantTable(plan, causes);
  const texts: (readonly [string, Iterable<string>])[] = [
    ['README.txt', [readmeText({ header, plan, chunks, settings })]],
    ['redundant.csv', csvText(redundant)],
    ['keep.csv', csvText(keepTable(plan, causes))],
    ['not-listed.csv', csvText(notListedTable(plan))],
    ['stale.csv', csvText(staleTable(plan))],
    ['collisions.csv', csvText(collisionsTable(plan))],
    ['host-ids.txt', plan.hostIds.ids.map((id) => `${id}\r\n`)],
    [
      'qql.txt',
      qqlLines(
        plan.redundant.map(({ assetId }) => assetId),
        settings,
      ),
    ],
  ];
  let done = 0;
  const total = texts.length + 1 + 4 * chunks.length;
  const report = () => watch.report({ phase: 'Writing the kit', done: ++done, total, unit: 'files' });
  for (const [path, pieces] of texts) {
    zip.open(path);
    for (const piece of pieces) {
      if (piece !== '') zip.write(strToU8(piece));
      yield* zip.written();
      await slices.rest();
    }
    zip.close();
    report();
  }
  zip.open('redundant.xlsx');
  const sheet = sheetOf('Redundant', redundant, plan.redundant.length);
  const workbook = writeSheets([sheet], madeAt, watch, { properties: { title: 'Redundant assets' } });
  for await (const bytes of workbook) {
    zip.write(bytes);
    yield* zip.written();
  }
  zip.close();
  report();
  for (const [path, text] of qpsFiles(chunks, settings)) {
    zip.open(path);
    zip.write(strToU8(text));
    zip.close();
    report();
    yield* zip.written();
    await slices.rest();
  }
  zip.end();
  yield* zip.written();
}
