/**
 * What the page's address holds: the screen, and parameters that each belong to one part. It lives behind the `#`,
 * which no browser sends. What is searched for stands here, but never in the browser's history (`address-words.ts`).
 */
export interface Address {
  /** "" names the first screen. */
  readonly screen: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** A change of the address; steps are taken one after the other. */
export type Step = (address: Address) => Address;

/** Reads a parameter by its name, `null` where the address has none. */
export type Given = (name: string) => string | null;

/** One value in the address, under one name or several; `read` never throws. */
export interface Parameter<T> {
  readonly names: readonly string[];
  /** What stands where the address says nothing, or nothing readable. */
  readonly start: T;
  /** It is what a person searches for, perhaps an asset's value: no address of the browser may show it. */
  readonly words?: boolean;
  read(given: Given): T;
  /** The parameters of a value; `null` and "" leave a parameter out. */
  write(value: T): Readonly<Record<string, string | number | null>>;
}

/** The parameters of one screen or feature, read and written together. */
export interface AddressPart<T = unknown> {
  readonly names: readonly string[];
  /** Those of the names that hold what a person searches for. */
  readonly words: readonly string[];
  readonly start: T;
  of(address: Address): T;
  /** The step that changes these values and leaves the others of the part. */
  with(change: Partial<T>): Step;
}

type Values<P> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

/** A part of the address made of its parameters. Each address is read once, however often it is asked. */
export function createAddressPart<P extends Readonly<Record<string, Parameter<unknown>>>>(
  parameters: P,
): AddressPart<Values<P>> {
  const entries = Object.entries(parameters);
  const read = new WeakMap<Address, Values<P>>();
  const values = (valueIn: (parameter: Parameter<unknown>) => unknown) =>
    Object.fromEntries(entries.map(([key, parameter]) => [key, valueIn(parameter)])) as Values<P>;
  const of = (address: Address) => {
    const known = read.get(address) ?? values((parameter) => parameter.read(givenBy(address.parameters)));
    read.set(address, known);
    return known;
  };
  return {
    names: entries.flatMap(([, parameter]) => parameter.names),
    words: entries.flatMap(([, parameter]) => (parameter.words ? parameter.names : [])),
    start: values((parameter) => parameter.start),
    of,
    with: (change) => (address) => {
      const next: Record<string, unknown> = { ...of(address), ...change };
      const written = new Map(address.parameters);
      for (const [key, parameter] of entries) {
        for (const name of parameter.names) written.delete(name);
        for (const [name, value] of Object.entries(parameter.write(next[key])))
          if (value !== null && value !== '') written.set(name, String(value));
      }
      return { ...address, parameters: written };
    },
  };
}

function givenBy(parameters: ReadonlyMap<string, string>): Given {
  return (name) => parameters.get(name) ?? null;
}

/** Goes to another screen; the parameters stay. */
export function toScreen(screen: string): Step {
  return (address) => ({ ...address, screen });
}

/** Drops every parameter and goes to the first screen. */
export const toStart: Step = () => ({ screen: '', parameters: new Map() });

/** The dataset that is open. */
export const DATASET = createAddressPart({ id: textParameterOrNull('dataset') });

/** What a person searches for, "" at the start; the browser's address holds a stand-in for it. */
export function wordsParameter(name: string): Parameter<string> {
  return { ...textParameter(name), words: true };
}

/** Text that is no value of an asset, such as the id of a cause; "" at the start. */
export function textParameter(name: string): Parameter<string> {
  return {
    names: [name],
    start: '',
    read: (given) => given(name) ?? '',
    write: (text) => ({ [name]: text }),
  };
}

function textParameterOrNull(name: string): Parameter<string | null> {
  return { names: [name], start: null, read: (given) => given(name), write: (text) => ({ [name]: text }) };
}

/** One of some names, `null` at the start and for any other. */
export function choiceParameter<T extends string>(name: string, choices: readonly T[]): Parameter<T | null> {
  return {
    names: [name],
    start: null,
    read: (given) => choices.find((choice) => choice === given(name)) ?? null,
    write: (choice) => ({ [name]: choice }),
  };
}

/** One of some names, the first at the start and for any other; the first is left out of the address. */
export function optionParameter<T extends string>(name: string, options: readonly [T, ...T[]]): Parameter<T> {
  return {
    names: [name],
    start: options[0],
    read: (given) => options.find((option) => option === given(name)) ?? options[0],
    write: (option) => ({ [name]: option === options[0] ? null : option }),
  };
}

/** On or off, off at the start; on is written as 1. */
export function switchParameter(name: string): Parameter<boolean> {
  return {
    names: [name],
    start: false,
    read: (given) => given(name) === '1',
    write: (on) => ({ [name]: on ? 1 : null }),
  };
}

/** An index, `null` at the start and where the text is none or above `greatest`. */
export function indexParameter(name: string, greatest?: number): Parameter<number | null> {
  return {
    names: [name],
    start: null,
    read: (given) => readIndex(given(name), greatest),
    write: (index) => ({ [name]: index }),
  };
}

/** A column to sort by and its direction, "-" before it for descending. */
export function sortParameter<C extends string>(
  name: string,
  columns: readonly C[],
): Parameter<{ readonly column: C; readonly descending: boolean } | null> {
  return {
    names: [name],
    start: null,
    read: (given) => {
      const text = given(name) ?? '';
      const descending = text.startsWith('-');
      const column = columns.find((id) => id === (descending ? text.slice(1) : text));
      return column === undefined ? null : { column, descending };
    },
    write: (sort) => ({ [name]: sort === null ? null : `${sort.descending ? '-' : ''}${sort.column}` }),
  };
}

/** The index that a text is, at most `greatest`; `null` if it is none. */
export function readIndex(text: string | null, greatest = 2 ** 32 - 2): number | null {
  if (text === null || !/^\d{1,10}$/.test(text)) return null;
  const index = Number(text);
  return index <= greatest ? index : null;
}
