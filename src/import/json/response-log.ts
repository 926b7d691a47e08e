import { RESPONSE_PARTS } from './field-node';

/** What the responses of one file said of themselves. */
export interface ResponseCounts {
  /** Responses that said that further ones follow, and those that said that none does. */
  readonly further: number;
  readonly last: number;
  /** Responses that named the next page, and those that named none; of such a service the last may say nothing. */
  readonly named: number;
  readonly lastNamed: number;
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
  lastNamed: 0,
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
    const said = saysMore(notes);
    if (said !== null) this.counts = { ...this.counts, [said]: this.counts[said] + 1 };
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

/** What the response says of further ones, as the name of its count; `null` if it says nothing. */
function saysMore(notes: readonly (string | undefined)[]): 'further' | 'last' | 'named' | 'lastNamed' | null {
  const hasMore = notes[HAS_MORE];
  if (hasMore !== undefined) return isYes(hasMore) ? 'further' : 'last';
  const noMore = notes[NO_MORE]?.trim().toLowerCase();
  if (noMore === 'true' || noMore === 'false') return noMore === 'true' ? 'last' : 'further';
  const next = notes[NEXT];
  if (next === undefined) return null;
  return isYes(next) ? 'named' : 'lastNamed';
}

/** Yes in any writing, or where the next page is. */
function isYes(text: string): boolean {
  return !/^(?:0|false|no|n|null|none|undefined|\{\}|\[\]|)$/i.test(text.trim());
}

/** Whether pages are missing by what the responses say of each other: none of those of one manner is the last. */
export function lacksPages({ further, last, named, lastNamed, answers }: ResponseCounts): boolean {
  if (further > 0 && last === 0) return true;
  const silent = answers - further - last - named - lastNamed;
  return named > 0 && lastNamed === 0 && silent <= 0;
}

/** The counts of several files or parts together; the first failure stands. */
export function joinedResponses(counts: readonly ResponseCounts[]): ResponseCounts {
  const sum = (of: (one: ResponseCounts) => number) => counts.reduce((total, one) => total + of(one), 0);
  return {
    further: sum((one) => one.further),
    last: sum((one) => one.last),
    named: sum((one) => one.named),
    lastNamed: sum((one) => one.lastNamed),
    answers: sum((one) => one.answers),
    total: counts.reduce((most, { total }) => Math.max(most, total), 0),
    failed: sum((one) => one.failed),
    failure: counts.find((one) => one.failure !== null)?.failure ?? null,
  };
}
