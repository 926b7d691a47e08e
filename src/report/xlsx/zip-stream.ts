import { Zip, ZipDeflate } from 'fflate';
import { TroubleError } from '../../model/outcome';
import type { EpochMilliseconds } from '../../model/units';

/** Larger parts would need zip64, which not every reader has. */
const LARGEST_PART = 0xffff_ffff;

/** fflate's streaming zip, whose output is taken out between writes. */
export class ZipStream {
  private output: Uint8Array[] = [];
  private part: ZipDeflate | null = null;
  private partBytes = 0;
  private readonly zip = new Zip((error, bytes) => {
    if (error) throw error;
    this.output.push(bytes);
  });

  constructor(private readonly time: Date) {}

  open(path: string): void {
    this.part = new ZipDeflate(path, { level: 4 });
    this.part.mtime = this.time;
    this.partBytes = 0;
    this.zip.add(this.part);
  }

  write(bytes: Uint8Array): void {
    this.partBytes += bytes.length;
    if (this.partBytes > LARGEST_PART) throw new TroubleError(TOO_LARGE);
    this.part?.push(bytes);
  }

  close(): void {
    this.part?.push(new Uint8Array(0), true);
  }

  end(): void {
    this.zip.end();
  }

  *written(): Generator<Uint8Array> {
    yield* this.output;
    this.output = [];
  }
}

const TOO_LARGE = {
  code: 'xlsx-too-large',
  what: 'The Excel report would hold more than 4 GB of text, more than an Excel file can.',
  remedy: 'Filter the table and save what it shows, or save the results as JSON or CSV.',
};

/**
 * Zip entries carry local time without a zone: noon of the UTC day is the same fields on every machine, and
 * no clock change falls on it. The exact time stands in the sheet Summary. Zip knows the years 1980 to 2099.
 */
export function zipTime(madeAt: EpochMilliseconds): Date {
  const day = new Date(madeAt);
  return new Date(
    Math.min(Math.max(day.getUTCFullYear(), 1980), 2099),
    day.getUTCMonth(),
    day.getUTCDate(),
    12,
  );
}
