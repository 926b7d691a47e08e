import { openContainer } from '../../../import/containers/open-container';
import { rowTexts, Workbook } from '../../../import/tables/workbook';
import type { Answer } from '../../../model/decision';
import { TroubleError } from '../../../model/outcome';
import type { Watch } from '../../../model/progress';
import { ANSWER_WORDS, HEADERS, SHEET } from '../report/review-sheet';
import type { Unread } from '../types';

/** A filled-in row of the sheet Review. */
export interface SheetAnswer {
  /** As the spreadsheet counts it. */
  readonly place: string;
  readonly answer: Answer;
  readonly keep: string;
  readonly note: string;
  readonly question: string;
  readonly basis: string;
}

/** Reads the sheet Review, and its further parts, of an Excel report. Throws a `TroubleError` where there is none. */
export async function readReviewSheet(
  blob: Blob,
  name: string,
  watch: Watch,
): Promise<{ readonly answers: SheetAnswer[]; readonly unread: Unread[] }> {
  const workbook = await openWorkbook(blob, name, watch);
  const sheets = workbook.sheetNames.flatMap((sheet, at) =>
    sheet === SHEET || sheet.startsWith(`${SHEET} (`) ? [{ sheet, at }] : [],
  );
  if (sheets.length === 0) throw noSheet(name, 'it has no sheet “Review”');
  const answers: SheetAnswer[] = [];
  const unread: Unread[] = [];
  for (const { sheet, at } of sheets) {
    const { rows } = workbook.sheet(at);
    const headers = rowTexts(rows[0]).map((text) => text.trim().toLowerCase());
    const column = (header: string) => headers.indexOf(header.toLowerCase());
    const missing = Object.values(HEADERS).filter((header) => column(header) < 0);
    if (missing.length > 0) throw noSheet(name, `its sheet “${sheet}” has no column “${missing[0]}”`);
    for (let row = 1; row < rows.length; row++) {
      if ((row & 1023) === 0) await watch.pause();
      const cells = rowTexts(rows[row]);
      const cell = (header: string) => (cells[column(header)] ?? '').trim();
      const place = `${sheet}, row ${row + 1}`;
      const read = readRow(place, cell);
      if (read === null) continue;
      if ('why' in read) unread.push(read);
      else answers.push(read);
    }
  }
  return { answers, unread };
}

/** `null`: the row decides nothing. */
function readRow(place: string, cell: (header: string) => string): SheetAnswer | Unread | null {
  const [word, keep, note] = [cell(HEADERS.answer), cell(HEADERS.keep), cell(HEADERS.note)];
  if (word === '') {
    if (keep === '' && note === '') return null;
    return { place, why: 'It has a record to keep or a note, but no answer.' };
  }
  const answer = answerOf(word);
  if (answer === null)
    return { place, why: `“${word.slice(0, 40)}” is no answer: choose same, different or not sure.` };
  const question = cell(HEADERS.question);
  if (question === '')
    return { place, why: 'Its cell under “Question” is empty: nothing says what it is about.' };
  return { place, answer, keep, note, question, basis: cell(HEADERS.basis) };
}

function answerOf(word: string): Answer | null {
  const wanted = word.toLowerCase().replace(/[\s_-]+/g, ' ');
  const found = Object.entries(ANSWER_WORDS).find(
    ([answer, text]) => text === wanted || answer.toLowerCase() === wanted,
  );
  return found === undefined ? null : (found[0] as Answer);
}

async function openWorkbook(blob: Blob, name: string, watch: Watch): Promise<Workbook> {
  for await (const content of openContainer({ name, blob }, watch)) {
    if (content.kind === 'text' || content.blob === null) break;
    return Workbook.open(content, content.blob);
  }
  throw noSheet(name, 'it is no Excel workbook');
}

function noSheet(name: string, why: string): TroubleError {
  return new TroubleError({
    code: 'no-review-sheet',
    what: `No decisions can be read from “${name}”: ${why}.`,
    remedy: 'Choose an Excel report of Doublet whose sheet Review was filled in. Nothing was changed.',
    where: { file: name },
  });
}
