import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PageSummary } from '../../../../../src/features/gateway/api/page-summary';
import { readPage } from '../../../../../src/features/gateway/api/read-page';
import type { FetchState } from '../../../../../src/features/gateway/types';
import { freshState, queryTo } from './support';

/** `null` is a 204. */
type Answer = PageSummary | null;

const answer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 9,
    arbitrary: fc.record({
      assets: fc.nat(4),
      hasMore: fc.constantFrom(true, true, true, true, false, null),
      lastSeenAssetId: fc.option(fc.nat(20).map(String), { freq: 9 }),
      responseCode: fc.constant('SUCCESS'),
      responseMessage: fc.constant(null),
    }),
  },
);

/** Page after page as `fetchPages` asks for them, until one is the last. */
function walk(answers: readonly Answer[], expected: number | null) {
  let state: FetchState = { ...freshState(queryTo('http://x')), expected };
  const seen = new Set<string>();
  for (const one of answers) {
    const reading = readPage(one, state, seen, 5);
    state = reading.state;
    if (reading.last) return { state, code: reading.trouble?.code ?? null, ended: true };
  }
  return { state, code: null, ended: false };
}

/** The rule as it is said, with every page looked at from the start again. */
function twin(answers: readonly Answer[], expected: number | null) {
  const faultAt = (at: number): string | null => {
    const one = answers[at];
    if (!one) return null;
    if (one.hasMore === null) return 'gateway-no-end';
    const before = answers.slice(0, at).map((other) => other?.lastSeenAssetId);
    const usable = one.lastSeenAssetId !== null && !before.includes(one.lastSeenAssetId);
    return one.hasMore && !usable ? 'gateway-cursor' : null;
  };
  const endsAt = (at: number) => answers[at] === null || answers[at]?.hasMore === false;
  const last = answers.findIndex((_, at) => endsAt(at) || faultAt(at) !== null);
  const read = last === -1 ? answers : answers.slice(0, last + 1);
  const assets = read.reduce((sum, one) => sum + (one?.assets ?? 0), 0);
  const fewer = expected !== null && assets < expected ? 'gateway-fewer' : null;
  const code = last === -1 ? null : (faultAt(last) ?? fewer);
  return { pages: read.length, assets, code, ended: last !== -1, complete: last !== -1 && code === null };
}

it('decides over any sequence of pages as the rule says', () => {
  fc.assert(
    fc.property(
      fc.array(answer, { maxLength: 8 }),
      fc.option(fc.nat(16), { freq: 4 }),
      (answers, expected) => {
        const { state, code, ended } = walk(answers, expected);
        const { pages, assets, complete } = state;
        expect({ pages, assets, complete, code, ended }).toEqual(twin(answers, expected));
        const named = answers.slice(0, pages).filter((one) => one !== null && one.lastSeenAssetId !== null);
        expect(state.cursor).toBe(named.at(-1)?.lastSeenAssetId ?? null);
      },
    ),
    { numRuns: 2_000 },
  );
});
