import { TroubleError } from '../../../model/outcome';
import type { Watch } from '../../../model/progress';
import { Slices } from '../../../model/slices';
import { bytesOf } from '../../../report/byte-stream';
import type { ReportContribution } from '../../../report/section';
import { counted } from '../../../wording/counts';
import type { EngineKit } from '../../../worker/kit';
import type { ReviewCalls } from '../calls';
import { decisionsFile, mergeChanges, readDecisionsFile } from '../file/decisions-file';
import type { Change, Step } from '../journal/steps';
import type { Deciding } from '../queue/decide';
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
export function createDecisionFiles({ kit, review, stateNow, stepOf }: FilesContext): {
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
              all.push(await loadJson(await textOf(file), file.name));
              await watch.pause();
            }
            const state = await stateNow(watch);
            return together(all, state);
          }),
        ),
    },
    contribution: () => Promise.resolve([]),
  };
}

async function textOf(file: File): Promise<string> {
  try {
    return await file.text();
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
