import { RESPONSE_PARTS } from './field-node';

/** What the responses of one file said of themselves. */
export interface ResponseCounts {
  /** Responses that said that further ones follow, and those that said that none does. */
  readonly further: number;
  readonly last: number;
  /** Of `further`, those that named the next page: of such a service the last page says nothing. */
  readonly named: number;
  /** Documents with records in a wrapper: that many pages there may be. */
  readonly answers: number;
  /** The largest number of records that a response said to be on all pages. */
  readonly total: number;
  /** Responses that said that their request failed, and what the first of them said. */
  readonly failed: number;
  readonly failure: string | null;
}

const NONE: ResponseCounts = {
  further: 0,
  last: 0,
  named: 0,
  answers: 0,
  total: 0,
  failed: 0,
  failure: null,
};

const HAS_MORE = RESPONSE_PARTS.indexOf('hasMore');
const NO_MORE = RESPONSE_PARTS.indexOf('noMore');
const NEXT = RESPONSE_PARTS.indexOf('next');
const TOTAL = RESPONSE_PARTS.indexOf('total');
const CODE = RESPONSE_PARTS.indexOf('code');
const MESSAGE = RESPONSE_PARTS.indexOf('message');
const LONGEST_MESSAGE = 200;

/** Counts what responses say, one after the other. */
export class ResponseLog {
  private counts = NONE;

  get soFar(): ResponseCounts {
    return this.counts;
  }

  /** Takes what one response said, by place in `RESPONSE_PARTS`; answers whether it said that it failed. */
  note(notes: readonly (string | undefined)[]): boolean {
    const code = notes[CODE];
    if (code !== undefined && code !== '' && !/^(success|ok|200|null)$/i.test(code)) {
      const message = notes[MESSAGE]?.slice(0, LONGEST_MESSAGE);
      this.fail(message ? `${message} (${code})` : code);
      return true;
    }
    const total = Number.parseInt(notes[TOTAL] ?? '', 10);
    if (total > this.counts.total) this.counts = { ...this.counts, total };
    const more = saysMore(notes);
    if (more === undefined) return false;
    const { further, last, named } = this.counts;
    if (more) {
      const isNamed = notes[HAS_MORE] === undefined && notes[NEXT] !== undefined;
      this.counts = { ...this.counts, further: further + 1, named: named + (isNamed ? 1 : 0) };
    } else this.counts = { ...this.counts, last: last + 1 };
    return false;
  }

  /** Counts a document that wraps records. */
  answer(): void {
    this.counts = { ...this.counts, answers: this.counts.answers + 1 };
  }

  /** Counts a response that failed. */
  fail(failure: string): void {
    const { failed, failure: first } = this.counts;
    this.counts = { ...this.counts, failed: failed + 1, failure: first ?? failure };
  }

  /** Adds what was said in another part of the same file. */
  add(other: ResponseCounts): void {
    this.counts = joinedResponses([this.counts, other]);
  }
}

/** Whether the response says that further ones follow; `undefined` if it says nothing of it. */
function saysMore(notes: readonly (string | undefined)[]): boolean | undefined {
  const hasMore = notes[HAS_MORE];
  if (hasMore !== undefined) return isYes(hasMore);
  const noMore = notes[NO_MORE]?.trim().toLowerCase();
  if (noMore === 'true' || noMore === 'false') return noMore === 'false';
  const next = notes[NEXT];
  return next === undefined ? undefined : isYes(next);
}

/** Yes in any writing, or where the next page is. */
function isYes(text: string): boolean {
  return !/^(?:0|false|no|n|null|none|undefined|\{\}|\[\]|)$/i.test(text.trim());
}

/** Whether pages are missing by what the responses say of each other: none of them is the last. */
export function lacksPages({ further, last, named, answers }: ResponseCounts): boolean {
  if (last > 0 || further === 0) return false;
  return further > named || answers <= further;
}

/** The counts of several files or parts together; the first failure stands. */
export function joinedResponses(counts: readonly ResponseCounts[]): ResponseCounts {
  const sum = (of: (one: ResponseCounts) => number) => counts.reduce((total, one) => total + of(one), 0);
  return {
    further: sum((one) => one.further),
    last: sum((one) => one.last),
    named: sum((one) => one.named),
    answers: sum((one) => one.answers),
    total: counts.reduce((most, { total }) => Math.max(most, total), 0),
    failed: sum((one) => one.failed),
    failure: counts.find((one) => one.failure !== null)?.failure ?? null,
  };
}
