import { letGo } from '../../model/free-buffer';
import type { ByteOffset } from '../../model/units';
import type { DatasetBuilder } from '../builder';
import type { JsonReader } from '../json/json-reader';
import type { Boundary } from '../json/resume-point';
import { buffersOf, type PartAnswer, type PartJob } from './part';
import type { PartThread } from './part-thread';
import { stopAll, takePartThreads } from './part-threads';

/** Parts for each thread at least, so that none waits long for the others at the end. */
const PARTS_PER_THREAD = 6;
/** Opening a stretch of a file takes some 3 ms in Chromium, so it must not be small; and its columns wait in memory. */
const LEAST_BYTES = 4 << 20;
const MOST_BYTES = 32 << 20;

/** When and how a file is read in parts; what a test replaces. */
export interface PartsPlan {
  /** From this size on a file is worth several threads. */
  readonly largeFrom: number;
  /** What the engine reads by itself first, to learn how records of this file lie and begin. */
  readonly headBytes: number;
  /** How long parts are where so much is left for so many threads. */
  readonly partBytes: (rest: number, threads: number) => number;
  readonly takeThreads: () => readonly PartThread[];
}

export const PARTS_PLAN: PartsPlan = {
  largeFrom: 32 << 20,
  headBytes: 256 << 10,
  partBytes: (rest, threads) =>
    Math.min(MOST_BYTES, Math.max(LEAST_BYTES, Math.ceil(rest / (threads * PARTS_PER_THREAD)))),
  takeThreads: takePartThreads,
};

/** Where the file lies, and what to tell of the reading. */
export interface PartsRequest {
  readonly blob: Blob;
  readonly plan: PartsPlan;
  /** Bytes of the file before the blob. */
  readonly skipped: number;
  /** Hears how far the file has been read, in bytes of the file, after each part; may throw to stop the reading. */
  readonly onRead: (upTo: ByteOffset) => Promise<void>;
}

/**
 * Reads the rest of a file by several threads at once. The file is cut at even distances; each thread looks for
 * the first record behind its cut, as records of this file begin, and reads on to the first one behind the next
 * cut. A place that only looks like a record's beginning shows when the parts are put together, in order: the
 * part before did not end there. So every part that is taken was read from the very place, and in the very
 * resumePoint, where reading in one piece would have come by; where that is not so, this stops.
 *
 * @returns where to go on in one piece, `null` once the whole file is read
 */
export async function readInParts(
  request: PartsRequest,
  from: Boundary,
  builder: DatasetBuilder,
  reader: JsonReader,
): Promise<ByteOffset | null> {
  const threads = request.plan.takeThreads();
  if (threads.length === 0) return from.at;
  try {
    const jobs = jobsOf(request, from, threads.length);
    return await joinParts(request, from.at, builder, reader, jobs, new Answers(jobs, threads));
  } finally {
    stopAll(threads);
  }
}

async function joinParts(
  { onRead }: PartsRequest,
  from: ByteOffset,
  builder: DatasetBuilder,
  reader: JsonReader,
  jobs: readonly PartJob[],
  answers: Answers,
): Promise<ByteOffset | null> {
  let at = from;
  for (let number = 0; number < jobs.length; number++) {
    const answer = await answers.take(number);
    if (answer.kind === 'failed') return at;
    // A record that is longer than a stretch leaves nothing to begin there; or the guess lay inside of one.
    if (answer.kind === 'nothing' || answer.start < at) continue;
    if (answer.start > at) return at;
    builder.append(answer.part);
    for (const buffer of buffersOf(answer.part)) letGo(new Uint8Array(buffer));
    reader.takeIn(answer.shape);
    if (answer.end === null) return null;
    at = answer.end;
    await onRead(at);
  }
  return at;
}

/** The rest of the file, cut at even distances. */
function jobsOf({ blob, skipped, plan }: PartsRequest, from: Boundary, threads: number): PartJob[] {
  const end = skipped + blob.size;
  const bytes = plan.partBytes(end - from.at, threads);
  const { levels, opening } = from;
  const jobs: PartJob[] = [];
  for (let at = from.at; at < end; at += bytes) {
    const to = at + bytes < end ? at + bytes : Number.POSITIVE_INFINITY;
    jobs.push({ blob, skipped, from: at, exact: at === from.at, to, resumePoint: { levels, opening } });
  }
  return jobs;
}

/** Has jobs done ahead, but not so far ahead that answers pile up. */
class Answers {
  private readonly answers: (Promise<PartAnswer> | undefined)[] = [];
  private readonly free: PartThread[];
  private readonly waiting: ((thread: PartThread) => void)[] = [];
  private begun = 0;

  constructor(
    private readonly jobs: readonly PartJob[],
    private readonly threads: readonly PartThread[],
  ) {
    this.free = [...threads];
  }

  take(number: number): Promise<PartAnswer> {
    const most = Math.min(this.jobs.length, number + 2 * this.threads.length);
    while (this.begun < most) {
      this.answers[this.begun] = this.run(this.jobs[this.begun]!);
      this.begun++;
    }
    const answer = this.answers[number]!;
    // An answer that was taken is not to be held any longer.
    this.answers[number] = undefined;
    return answer;
  }

  private async run(job: PartJob): Promise<PartAnswer> {
    const thread =
      this.free.pop() ?? (await new Promise<PartThread>((resolve) => this.waiting.push(resolve)));
    const answer = await thread.read(job);
    const next = this.waiting.shift();
    if (next === undefined) this.free.push(thread);
    else next(thread);
    return answer;
  }
}
