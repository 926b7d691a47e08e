import type { LooseValue } from '../json/loose-text';

/** Every text in the value with the key that it stands under, in order; items of a list have the list's key. */
export function* textsIn(value: LooseValue, key = ''): Generator<readonly [key: string, text: string]> {
  if (typeof value === 'string') yield [key, value];
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item, key);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) yield* textsIn(inner, name);
  }
}

/** Every object in the value, outermost first. */
export function* objectsIn(value: LooseValue): Generator<Readonly<Record<string, LooseValue>>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}
