import { TroubleError } from '../../../model/outcome';
import type { Watch } from '../../../model/progress';
import { Slices } from '../../../model/slices';
import { bytesOf } from '../../../report/byte-stream';
import type { ReportContribution } from '../../../report/section';
import { counted } from '../../../wording/counts';
import type { EngineKit } from '../../../worker/kit';
import type { ReviewCalls } from '../calls';
import { decisionsFile, mergeChanges, readDecisionsFile } from '../file/decisions-file';
import { readReviewSheet } from '../file/read-sheet';
import { readAnswers, sheetChanges } from '../file/sheet-changes';
import type { Change, Step } from '../journal/steps';
import type { Deciding } from '../queue/decide';
import { decisionsJson } from '../report/json';
import { reviewSection } from '../report/review-sheet';
import type { ReviewState } from '../standing/review-state';
import type { LoadedDecisions } from '../types';
import type { ReviewOfOpen } from './review-of-open';
import type { Reviewer } from './reviewer';

/** What saving and loading need of the review. */
export interface FilesContext {
  readonly kit: EngineKit;
  readonly review: ReviewOfOpen;
  readonly reviewer: Reviewer;
  stateNow(watch: Watch): Promise<ReviewState>;
  stepOf(kind: Step['kind'], what: string, changes: readonly Change[], of?: string | null): Step;
  deciding(origin: Deciding['origin']): Deciding;
}

/** Decisions as files and in the reports. */
export function createDecisionFiles({ kit, review, stateNow, stepOf, deciding }: FilesContext): {
  readonly calls: Pick<ReviewCalls, 'saveDecisions' | 'loadDecisions'>;
  readonly contribution: ReportContribution;
} {
  const { journal } = review;
  const loadJson = async (text: string, name: string): Promise<LoadedDecisions> => {
    const read = readDecisionsFile(text, name);
    let counts = { added: 0, changed: 0, known: 0 };
    await journal.add((current) => {
      const { changes, inFile, ...merged } = mergeChanges(current, read.decisions);
      counts = merged;
      if (changes.length === 0 && inFile.length === 0) return null;
      const what = `${counted(changes.length, 'decision')} loaded from “${name}”`;
      return changes.length === 0
        ? { ...stepOf('saved', what, []), inFile }
        : { ...stepOf('do', what, changes), inFile };
    });
    return { ...counts, elsewhere: 0, conflicts: 0, unread: read.unread };
  };
  const loadSheet = async (file: File, watch: Watch): Promise<LoadedDecisions> => {
    const { answers: rows, unread } = await readReviewSheet(file, file.name, watch);
    const state = await stateNow(watch);
    const read = readAnswers(state, rows);
    let counts = { added: 0, changed: 0 };
    await journal.add((current) => {
      if (read.answers.length === 0) return null;
      const by = { ...deciding('sheet'), second: false };
      const changes = sheetChanges(state, current, read.answers, by);
      const added = changes.filter(({ id }) => current.forms(id).length === 0).length;
      counts = { added, changed: changes.length - added };
      return stepOf(
        'do',
        `${counted(read.answers.length, 'answer')} from the sheet of “${file.name}”`,
        changes,
      );
    });
    const known = read.known;
    return { ...counts, known, elsewhere: 0, conflicts: 0, unread: [...unread, ...read.unread] };
  };
  return {
    calls: {
      saveDecisions: (onProgress) =>
        kit.jobs.run('report', 'Saving the decisions', onProgress, (watch) =>
          review.alone(async () => {
            await journal.sync();
            const current = journal.journal();
            const upTo = current.lastStep;
            const slices = new Slices(watch);
            const chunks: Uint8Array[] = [];
            let rows = 0;
            const counting = () => {
              rows++;
              return slices.rest();
            };
            for await (const chunk of bytesOf(decisionsFile(current, counting))) chunks.push(chunk);
            const blob = new Blob(chunks as BlobPart[], { type: 'application/json' });
            await journal.add(() => stepOf('saved', 'Saved to a file', [], upTo));
            const fileName = `doublet-decisions_${timestamp(new Date())}.json`;
            return { blob, fileName, shownName: fileName, rows };
          }),
        ),
      loadDecisions: (files, onProgress) =>
        kit.jobs.run('report', 'Loading decisions', onProgress, (watch) =>
          review.alone(async () => {
            await stateNow(watch);
            const all: LoadedDecisions[] = [];
            for (const file of files) {
              watch.report({
                phase: `Reading ${file.name}`,
                done: all.length,
                total: files.length,
                unit: 'rows',
              });
              const isText = await startsAsText(file);
              all.push(isText ? await loadJson(await textOf(file), file.name) : await loadSheet(file, watch));
              await watch.pause();
            }
            const state = await stateNow(watch);
            return together(all, state);
          }),
        ),
    },
    contribution: (_, watch) =>
      review.alone(async () => {
        const state = await stateNow(watch);
        return [reviewSection(state), decisionsJson(state)];
      }),
  };
}

/** Workbooks are zips, or of the old kind; a file of decisions begins with a brace. */
async function startsAsText(file: File): Promise<boolean> {
  const head = new Uint8Array(await readable(file, () => file.slice(0, 4).arrayBuffer()));
  return !(head[0] === 0x50 && head[1] === 0x4b) && !(head[0] === 0xd0 && head[1] === 0xcf);
}

const textOf = (file: File): Promise<string> => readable(file, () => file.text());

async function readable<T>(file: File, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch {
    throw new TroubleError({
      code: 'file-unreadable',
      what: `“${file.name}” cannot be read.`,
      remedy: 'Look whether it is still there, and choose it again. Nothing was changed.',
      where: { file: file.name },
    });
  }
}

function together(all: readonly LoadedDecisions[], state: ReviewState): LoadedDecisions {
  const sum = (of: 'added' | 'changed' | 'known') => all.reduce((total, one) => total + one[of], 0);
  const conflicts = [...state.answeredQuestions().values()].filter(
    ({ stands }) => stands.status === 'conflict',
  ).length;
  return {
    added: sum('added'),
    changed: sum('changed'),
    known: sum('known'),
    elsewhere: state.elsewhere,
    conflicts,
    unread: all.flatMap(({ unread }) => unread),
  };
}

function timestamp(time: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('');
  return `${date}_${[time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join('')}`;
}
