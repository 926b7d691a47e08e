import { RESPONSE_PARTS } from './field-node';

/** What the responses of one file said of themselves. */
export interface ResponseCounts {
  /** Responses that said that further ones follow, and those that said that none does. */
  readonly further: number;
  readonly last: number;
  /** Responses that said that their request failed, and what the first of them said. */
  readonly failed: number;
  readonly failure: string | null;
}

const HAS_MORE = RESPONSE_PARTS.indexOf('hasMore');
const CODE = RESPONSE_PARTS.indexOf('code');
const MESSAGE = RESPONSE_PARTS.indexOf('message');
const LONGEST_MESSAGE = 200;

/** Counts what responses say, one after the other. */
export class ResponseLog {
  private counts: ResponseCounts = { further: 0, last: 0, failed: 0, failure: null };

  get soFar(): ResponseCounts {
    return this.counts;
  }

  /** Takes what one response said, by place in `RESPONSE_PARTS`; answers whether it said that it failed. */
  note(notes: readonly (string | undefined)[]): boolean {
    const code = notes[CODE];
    if (code !== undefined && code !== '' && !/^(success|ok|200)$/i.test(code)) {
      const message = notes[MESSAGE]?.slice(0, LONGEST_MESSAGE);
      this.fail(message ? `${message} (${code})` : code);
      return true;
    }
    const hasMore = notes[HAS_MORE];
    if (hasMore === undefined) return false;
    if (saysMore(hasMore)) this.counts = { ...this.counts, further: this.counts.further + 1 };
    else this.counts = { ...this.counts, last: this.counts.last + 1 };
    return false;
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

/** Yes in any writing, or where the next page is; an object says so in its own member. */
function saysMore(hasMore: string): boolean {
  if (hasMore.startsWith('{')) return /"hasNextPage"\s*:\s*(?:true|"true"|1)\b/.test(hasMore);
  return !/^(?:0|false|no|null|none|undefined|)$/i.test(hasMore.trim());
}

/** The counts of several files or parts together; the first failure stands. */
export function joinedResponses(counts: readonly ResponseCounts[]): ResponseCounts {
  const sum = (of: (one: ResponseCounts) => number) => counts.reduce((total, one) => total + of(one), 0);
  return {
    further: sum((one) => one.further),
    last: sum((one) => one.last),
    failed: sum((one) => one.failed),
    failure: counts.find((one) => one.failure !== null)?.failure ?? null,
  };
}
