import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerFault,
  type Draft,
  EMPTY_DRAFT,
  keptBy,
  nextCut,
  partsOf,
  recordsOf,
  replyOf,
  startOf,
  toggleOut,
} from '../../../../../src/features/review/page/state/draft';
import { decisionOf, itemOf, pairOf } from './items';

const THREE = itemOf(['1', '2', '3'], {
  bridges: [{ evidence: pairOf('2', '3', 60), sides: [[1, 2], [3]] }],
});

describe('what is done with a question', () => {
  it('sends all records, less those taken out, and those added', () => {
    const draft: Draft = { ...EMPTY_DRAFT, out: ['2'], added: [{ assetId: '9', title: 'x' }], note: ' so ' };
    expect(replyOf(THREE, draft, 'same')).toEqual({
      item: '1+2+3',
      answer: 'same',
      assetIds: ['1', '3', '9'],
      keep: null,
      note: 'so',
    });
  });

  it('sends both sides of a split only with “same”, those added with the first', () => {
    const draft: Draft = { ...EMPTY_DRAFT, cut: 0, added: [{ assetId: '9', title: 'x' }] };
    expect(replyOf(THREE, draft, 'same').parts).toEqual([['1', '2', '9'], ['3']]);
    expect(replyOf(THREE, draft, 'different').parts).toBeUndefined();
    expect(partsOf(THREE, { ...draft, out: ['2'] })).toEqual([['1', '9'], ['3']]);
    expect(nextCut(THREE, EMPTY_DRAFT)).toBe(0);
    expect(nextCut(THREE, draft)).toBeNull();
  });

  it('keeps what a person chose, else the proposal’s, and never a record that is out', () => {
    expect(keptBy(THREE, EMPTY_DRAFT)).toBe('1');
    expect(keptBy(THREE, { ...EMPTY_DRAFT, keep: '3' })).toBe('3');
    expect(keptBy(THREE, { ...EMPTY_DRAFT, out: ['1'] })).toBeNull();
    expect(replyOf(THREE, { ...EMPTY_DRAFT, keep: '3', out: ['3'] }, 'same').keep).toBeNull();
    expect(replyOf(THREE, { ...EMPTY_DRAFT, keep: '3' }, 'different').keep).toBeNull();
  });

  it.each([
    [
      ['2', '3'],
      'One record is left, and an answer is about two or more: put one in again, or find another.',
    ],
    [['1', '2', '3'], 'Every record is taken out.'],
    [['1'], null],
  ])('says why there is no answer with %j out', (out, fault) => {
    expect(answerFault(THREE, { ...EMPTY_DRAFT, out }, 'same')).toBe(fault);
  });

  it('says that one side of a split is empty', () => {
    const draft: Draft = { ...EMPTY_DRAFT, cut: 0, out: ['3'] };
    expect(answerFault(THREE, draft, 'same')).toBe('All records of one side are taken out.');
    expect(answerFault(THREE, draft, 'different')).toBeNull();
  });

  it('starts as it was answered, but for a second look or a split', () => {
    const decision = decisionOf(['1', '3', '9'], { keep: '3', note: 'seen' });
    const item = { ...THREE, decision, decisions: [decision] };
    expect(startOf(item, false)).toEqual({
      out: ['2'],
      added: [{ assetId: '9', title: '9' }],
      keep: '3',
      cut: null,
      note: 'seen',
    });
    expect(startOf(item, true)).toEqual(EMPTY_DRAFT);
    expect(startOf({ ...item, decisions: [decision, decision] }, false)).toEqual(EMPTY_DRAFT);
    expect(replyOf(item, startOf(item, false), 'same').assetIds).toEqual(decision.assetIds);
  });

  it('is as before when a record is taken out and put back, and never sends one that is out', () => {
    const ids = fc.constantFrom('1', '2', '3', '9');
    fc.assert(
      fc.property(fc.array(ids), (steps) => {
        const added = [{ assetId: '9', title: 'x' }];
        const draft = steps.reduce(toggleOut, { ...EMPTY_DRAFT, added } as Draft);
        const odd = (id: string) => steps.filter((step) => step === id).length % 2 === 1;
        const own = ['1', '2', '3'].filter((id) => !odd(id));
        expect(recordsOf(THREE, draft)).toEqual([...own, ...(steps.includes('9') ? [] : ['9'])]);
        for (const id of draft.out) expect(replyOf(THREE, draft, 'same').assetIds).not.toContain(id);
      }),
    );
  });
});
