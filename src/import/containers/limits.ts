import { TroubleError } from '../../model/outcome';

/**
 * Bounds against archives made to exhaust a machine. A real export compresses 8 to 40 times, assets that are
 * all alike about 100 times; deflate itself ends at 1,032 times.
 */
export const LIMITS = {
  /** Entries in a zip. */
  entries: 10_000,
  /** Bytes of the directory of a zip: 10,000 entries with long names are under 4 MB. */
  directoryBytes: 16 << 20,
  /** Bytes of one zip entry, and of all of them, when unpacked. */
  unpackedBytes: 64 * 2 ** 30,
  /** From this size on the ratio counts; what is smaller harms nobody. */
  ratioFrom: 64 << 20,
  ratio: 500,
} as const;

/** Whether so many bytes from so few are no export but an attack. */
export function isBomb(packed: number, unpacked: number): boolean {
  return unpacked > LIMITS.ratioFrom && unpacked > packed * LIMITS.ratio;
}

/** The refusal of an archive that unpacks to absurdly much. */
export function bomb(file: string, packed: number, unpacked: number): TroubleError {
  return new TroubleError({
    code: 'container.bomb',
    what: `${file} unpacks to at least ${sizeInWords(unpacked)} from ${sizeInWords(packed)}, far more than any export does.`,
    remedy: 'It was not read, to protect this machine. Unpack it yourself and look at what it holds.',
    where: { file },
  });
}

/** A size for people: "64 GB", "1.5 MB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = -1;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 9.95 ? value.toFixed(1).replace(/\.0$/, '') : Math.round(value).toLocaleString('en')} ${units[unit]}`;
}
