/** Bytes that grow. Doubling is no trouble here: only values that assets share are kept, not every asset's. */
export class GrowableBytes {
  bytes = new Uint8Array(1024);
  length = 0;

  append(from: Uint8Array, start: number, end: number): void {
    const length = this.length + end - start;
    if (length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(length, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    const to = this.bytes;
    for (let at = start, next = this.length; at < end; at++, next++) to[next] = from[at]!;
    this.length = length;
  }

  /** What was appended, in a buffer of just its size. */
  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

/** Whole numbers up to 2³² that grow. */
export class GrowableNumbers {
  values = new Uint32Array(256);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  /** What was pushed, in a buffer of just its size. */
  finish(): Uint32Array {
    return this.values.slice(0, this.length);
  }
}
