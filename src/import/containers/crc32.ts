/**
 * CRC-32 as gzip (RFC 1952) and zip use it, four bytes a step: about three times as fast as one byte a step,
 * which counts for exports of several hundred megabytes.
 */
const TABLES = makeTables();

function makeTables(): readonly Uint32Array[] {
  const first = new Uint32Array(256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    first[n] = c >>> 0;
  }
  const tables = [first];
  for (let t = 1; t < 4; t++) {
    const before = tables[t - 1]!;
    tables.push(first.map((_, n) => (before[n]! >>> 8) ^ first[before[n]! & 255]!));
  }
  return tables;
}

/** The sum of what has been added so far. */
export class Crc32 {
  #state = 0xffffffff;

  add(bytes: Uint8Array): void {
    const [t0, t1, t2, t3] = TABLES as readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
    let c = this.#state;
    let at = 0;
    const whole = bytes.length - 3;
    for (; at < whole; at += 4) {
      c ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
      c = t3[c & 255]! ^ t2[(c >>> 8) & 255]! ^ t1[(c >>> 16) & 255]! ^ t0[c >>> 24]!;
    }
    for (; at < bytes.length; at++) c = t0[(c ^ bytes[at]!) & 255]! ^ (c >>> 8);
    this.#state = c;
  }

  /** The sum as an unsigned number. */
  get value(): number {
    return (this.#state ^ 0xffffffff) >>> 0;
  }
}
