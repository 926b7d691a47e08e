const encoder = new TextEncoder();

/** The four 64-bit words of the state, each as two halves of 32 bits: JavaScript multiplies no 64-bit numbers quickly. */
class State {
  private readonly v: Uint32Array;

  constructor(key: Uint32Array) {
    const [k0, k1, k2, k3] = key as unknown as [number, number, number, number];
    this.v = Uint32Array.of(
      k0 ^ 0x70736575,
      k1 ^ 0x736f6d65,
      k2 ^ 0x6e646f6d,
      k3 ^ 0x646f7261,
      k0 ^ 0x6e657261,
      k1 ^ 0x6c796765,
      k2 ^ 0x79746573,
      k3 ^ 0x74656462,
    );
  }

  absorb(low: number, high: number): void {
    this.v[6]! ^= low;
    this.v[7]! ^= high;
    this.rounds(2);
    this.v[0]! ^= low;
    this.v[1]! ^= high;
  }

  end(): [low: number, high: number] {
    const { v } = this;
    v[4]! ^= 0xff;
    this.rounds(4);
    return [(v[0]! ^ v[2]! ^ v[4]! ^ v[6]!) >>> 0, (v[1]! ^ v[3]! ^ v[5]! ^ v[7]!) >>> 0];
  }

  private rounds(count: number): void {
    for (let round = 0; round < count; round++) {
      this.add(0, 2);
      this.rotate(2, 13);
      this.mix(2, 0);
      this.swap(0);
      this.add(4, 6);
      this.rotate(6, 16);
      this.mix(6, 4);
      this.add(0, 6);
      this.rotate(6, 21);
      this.mix(6, 0);
      this.add(4, 2);
      this.rotate(2, 17);
      this.mix(2, 4);
      this.swap(4);
    }
  }

  private add(to: number, from: number): void {
    const { v } = this;
    const low = v[to]! + v[from]!;
    v[to] = low;
    v[to + 1] = v[to + 1]! + v[from + 1]! + (low > 0xffff_ffff ? 1 : 0);
  }

  private mix(to: number, from: number): void {
    this.v[to]! ^= this.v[from]!;
    this.v[to + 1]! ^= this.v[from + 1]!;
  }

  /** To the left, by less than 32 bits. */
  private rotate(at: number, bits: number): void {
    const { v } = this;
    const low = v[at]!;
    const high = v[at + 1]!;
    v[at] = (low << bits) | (high >>> (32 - bits));
    v[at + 1] = (high << bits) | (low >>> (32 - bits));
  }

  /** By 32 bits. */
  private swap(at: number): void {
    const low = this.v[at]!;
    this.v[at] = this.v[at + 1]!;
    this.v[at + 1] = low;
  }
}

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012) of a text's UTF-8: 64 bits that nobody foresees without the key. WebCrypto
 * only answers later, and cells of a report are wanted at once.
 * @param key sixteen bytes as four numbers of 32 bits, little-endian
 */
export function sipHash(key: Uint32Array, text: string): [low: number, high: number] {
  const bytes = encoder.encode(text);
  const state = new State(key);
  const word = (at: number) =>
    ((bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24)) >>>
    0;
  const whole = bytes.length - (bytes.length % 8);
  for (let at = 0; at < whole; at += 8) state.absorb(word(at), word(at + 4));
  state.absorb(word(whole), (word(whole + 4) | ((bytes.length & 0xff) << 24)) >>> 0);
  return state.end();
}

/** A key as `sipHash` takes it. Throws a `RangeError` unless it has sixteen bytes. */
export function sipKey(bytes: Uint8Array): Uint32Array {
  if (bytes.length !== 16) throw new RangeError('A key has sixteen bytes.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, 16);
  return Uint32Array.from({ length: 4 }, (_, at) => view.getUint32(at * 4, true));
}
