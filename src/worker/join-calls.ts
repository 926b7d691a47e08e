/** `A & B` from `A | B`. */
type Intersection<T> = (T extends unknown ? (value: T) => void : never) extends (value: infer All) => void
  ? All
  : never;

/** All calls of the parts together. Throws where two parts have a call of the same name. */
export function joinCalls<Parts extends readonly object[]>(...parts: Parts): Intersection<Parts[number]> {
  const calls: Record<string, unknown> = {};
  for (const part of parts) {
    for (const [name, call] of Object.entries(part)) {
      if (name in calls) throw new Error(`Two features have a call named ${name}.`);
      calls[name] = call;
    }
  }
  return calls as Intersection<Parts[number]>;
}
