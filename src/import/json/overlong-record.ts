import { type Input, MORE } from './input';

/** A record that was given up since it is too large to be held: finds its end, whatever the chunks. */
export class OverlongRecord {
  private depth = 0;
  private quoted = false;
  private escaped = false;

  /** Counts brackets outside of texts from `at` on; answers the place behind the one that closes it, or `MORE`. */
  passOver({ bytes, end }: Input, at: number): number {
    for (; at < end; at++) {
      const byte = bytes[at]!;
      if (this.escaped) this.escaped = false;
      else if (this.quoted) {
        if (byte === 92) this.escaped = true;
        else if (byte === 34) this.quoted = false;
      } else if (byte === 34) this.quoted = true;
      else if (byte === 123 || byte === 91) this.depth++;
      else if ((byte === 125 || byte === 93) && --this.depth === 0) return at + 1;
    }
    return MORE;
  }
}
