import type { Input } from './input';
import { type Marked, ObjectShapes } from './object-shapes';

/** Kinds of objects that are told apart; those that fall on one place share its shapes. */
const PLACES = 64;

/**
 * The shapes of objects that are not needed: the software of an asset, its ports. They are most of a full export,
 * and each is like the one before; what is nested in them is part of their shape, lists apart.
 */
export class SkipShapes {
  private readonly places = Array.from({ length: PLACES }, () => new ObjectShapes<Marked>());

  /** The shapes of objects that begin like the one at `at`. */
  at({ bytes }: Input, at: number): ObjectShapes<Marked> {
    return this.places[(bytes[at + 2]! * 7 + bytes[at + 3]! * 31 + bytes[at + 5]!) & (PLACES - 1)]!;
  }
}
