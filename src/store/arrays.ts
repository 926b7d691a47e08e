/** Arrays of numbers as they are stored. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

const ARRAY_TYPES = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f64: Float64Array } as const;
type ArrayType = keyof typeof ARRAY_TYPES;

/** One array: where it stands in the stream of bytes that is cut into chunks. */
export interface StoredArray {
  readonly type: ArrayType;
  /** Elements. */
  readonly length: number;
  /** First byte in the stream. */
  readonly at: number;
}

export type StoredParts = Readonly<Record<string, StoredArray>>;

/** An array on its way into the stream, or out of it. */
export interface PlacedArray {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** Puts arrays one after the other, each at a multiple of eight. */
export class LayoutWriter {
  /** Views of the arrays' own memory, in the order of the stream. */
  readonly arrays: PlacedArray[] = [];
  bytes = 0;

  place(values: Numbers): StoredArray {
    const at = this.bytes;
    this.arrays.push({ at, bytes: new Uint8Array(values.buffer, values.byteOffset, values.byteLength) });
    this.bytes = at + Math.ceil(values.byteLength / 8) * 8;
    return { type: typeOf(values), length: values.length, at };
  }

  placeAll(parts: Readonly<Record<string, Numbers>>): StoredParts {
    return Object.fromEntries(Object.entries(parts).map(([name, values]) => [name, this.place(values)]));
  }
}

/** The empty array, to be filled from the stream. */
export function makeArray(stored: StoredArray): Numbers {
  return new ARRAY_TYPES[stored.type](stored.length);
}

/** Where the array is to be filled from. */
export function placeOf({ at }: StoredArray, values: Numbers): PlacedArray {
  return { at, bytes: new Uint8Array(values.buffer) };
}

/** Whether the array lies within a stream of so many bytes. */
export function fits({ type, length, at }: StoredArray, bytes: number): boolean {
  return at + length * ARRAY_TYPES[type].BYTES_PER_ELEMENT <= bytes;
}

function typeOf(values: Numbers): ArrayType {
  if (values instanceof Float64Array) return 'f64';
  if (values instanceof Uint32Array) return 'u32';
  return values instanceof Uint16Array ? 'u16' : 'u8';
}
