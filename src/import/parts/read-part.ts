import type { ByteOffset } from '../../model/units';
import { newDialects } from '../formats/new-dialects';
import { JsonReader } from '../json/json-reader';
import { startsWith } from '../json/resynchronise';
import { readInPlace } from '../read-in-order';
import type { PartAnswer, PartJob } from './part';
import { PartBuilder } from './part-builder';

/** Bytes before a stretch that are looked at, for the white space before its first record. */
const LOOK_BACK = 1 << 10;
/** Bytes that are read behind the end of a part at once: its last record mostly ends in them. */
const OVERLAP = 64 << 10;

/**
 * Reads the records that begin in a stretch of a file. Where the stretch does not start at a record, the first
 * place that looks like one is taken for it: whoever puts the parts together sees by their ends if that was right.
 */
export async function readPart(job: PartJob): Promise<PartAnswer> {
  let reader: JsonReader | null = null;
  let start: ByteOffset = job.from;
  const builder = new PartBuilder();
  const search = new RecordSearch(job);
  for await (const chunk of bytesOf(job)) {
    if (reader !== null) {
      reader.feed(chunk);
    } else {
      const found = search.feed(chunk);
      if (found === 'nothing') return { kind: 'nothing' };
      if (found === 'more') continue;
      start = found.at;
      reader = new JsonReader(builder, {
        dialects: newDialects(),
        skipped: start,
        resumePoint: job.resumePoint,
      });
      reader.stopFrom(job.to);
      reader.feed(found.bytes);
    }
    if (reader.stopped) break;
  }
  if (reader === null) return { kind: 'nothing' };
  reader.finish();
  reader.noteKeys();
  const end = reader.boundary?.at ?? null;
  return { kind: 'part', start, end, part: builder.seal(), shape: reader.shape };
}

/** The stretch, and behind it what is needed to end its last record. */
async function* bytesOf({ blob, skipped, from, to, exact }: PartJob): AsyncGenerator<Uint8Array> {
  const first = exact ? from - skipped : Math.max(0, from - skipped - LOOK_BACK);
  const enough = Math.min(blob.size, to - skipped + OVERLAP);
  yield* readInPlace(blob, '', first, enough);
  if (enough < blob.size) yield* readInPlace(blob, '', enough, blob.size);
}

/** Looks for the first record that begins in the stretch, with the white space before it. */
class RecordSearch {
  /** Where the bytes at hand start in the file. */
  private at: ByteOffset;
  private rest: Uint8Array = new Uint8Array(0);

  constructor(private readonly job: PartJob) {
    this.at = job.exact ? job.from : Math.max(job.skipped, job.from - LOOK_BACK);
  }

  /** The record's place with the bytes from there on; `'more'` if it is not among the bytes so far. */
  feed(chunk: Uint8Array): { readonly at: ByteOffset; readonly bytes: Uint8Array } | 'more' | 'nothing' {
    if (this.job.exact) return { at: this.at, bytes: chunk };
    const bytes = joined(this.rest, chunk);
    const place = this.placeIn(bytes);
    if (place >= 0) return { at: this.at + place, bytes: bytes.subarray(place) };
    const done = Math.max(0, bytes.length - LOOK_BACK);
    const searched = this.at + bytes.length - this.job.resumePoint.opening.length;
    this.at += done;
    this.rest = bytes.slice(done);
    return searched >= this.job.to ? 'nothing' : 'more';
  }

  private placeIn(bytes: Uint8Array): number {
    const { from, to, resumePoint } = this.job;
    const { opening, levels } = resumePoint;
    const first = opening[0]!;
    for (
      let at = bytes.indexOf(first, Math.max(0, from - this.at));
      at >= 0;
      at = bytes.indexOf(first, at + 1)
    ) {
      if (this.at + at >= to) return -1;
      const before = spaceBefore(bytes, at);
      if (startsWith(bytes, at, opening) && follows(bytes[before - 1], levels.length > 0)) return before;
    }
    return -1;
  }
}

/** Where the white space before this place begins. */
function spaceBefore(bytes: Uint8Array, at: number): number {
  while (at > 0 && bytes[at - 1]! <= 32) at--;
  return at;
}

/** Whether a record may follow this byte; it may not where an object lies inside of a record. */
function follows(before: number | undefined, inList: boolean): boolean {
  if (before === undefined) return true;
  return inList ? before === 44 : before === 125 || before === 93;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
