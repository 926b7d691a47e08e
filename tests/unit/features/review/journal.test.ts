import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allDecisions, mergeChanges } from '../../../../src/features/review/file/decisions-file';
import { canonicalText, type Forms, mergeForms } from '../../../../src/features/review/journal/forms';
import { Journal } from '../../../../src/features/review/journal/journal';
import { readStep, type Step } from '../../../../src/features/review/journal/steps';
import type { Decision } from '../../../../src/model/decision';

const IDS = ['a', 'b', 'c'] as const;

/** A decision, small enough that forms of one revision often meet. */
const decision = fc
  .record({
    id: fc.constantFrom(...IDS),
    revision: fc.integer({ min: 1, max: 3 }),
    answer: fc.constantFrom('same', 'different', 'notSure', null),
    by: fc.constantFrom('', 'ann', 'bob'),
  })
  .map(
    (parts): Decision => ({
      ...parts,
      answer: parts.answer as Decision['answer'],
      assetIds: ['1', '2'],
      keep: null,
      note: '',
      at: 0,
      origin: 'review',
      dataset: 'test',
      basis: {
        proposal: null,
        records: [
          { assetId: '1', values: {} },
          { assetId: '2', values: {} },
        ],
        inConflict: false,
      },
      overruledBy: null,
    }),
  );
const ofOneId = fc
  .array(decision, { maxLength: 4 })
  .map(
    (all): Forms =>
      all.map((one) => ({ ...one, id: 'a' })).reduce<Forms>((forms, one) => mergeForms(forms, [one]), []),
  );
const text = (forms: Forms) => forms.map(canonicalText);

describe('merging the forms of a decision', () => {
  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(ofOneId, ofOneId, ofOneId, (a, b, c) => {
        expect(text(mergeForms(a, b))).toEqual(text(mergeForms(b, a)));
        expect(text(mergeForms(mergeForms(a, b), c))).toEqual(text(mergeForms(a, mergeForms(b, c))));
        expect(text(mergeForms(a, a))).toEqual(text(a));
        expect(text(mergeForms(mergeForms(a, b), b))).toEqual(text(mergeForms(a, b)));
      }),
    );
  });

  test('keeps both where two people changed the same revision, and never one of a lower', () => {
    fc.assert(
      fc.property(ofOneId, ofOneId, (a, b) => {
        const all = [...a, ...b];
        const highest = Math.max(0, ...all.map(({ revision }) => revision));
        const expected = new Set(all.filter(({ revision }) => revision === highest).map(canonicalText));
        expect(new Set(text(mergeForms(a, b)))).toEqual(expected);
      }),
    );
  });
});

const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .array(decision, { minLength: 1, maxLength: 4 })
      .map((decisions) => ({ kind: 'do', decisions }) as const),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'undo' } as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'redo' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'saved' } as const) },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** Does one act as the engine does it, and answers the step; `null` where there is nothing to do. */
function perform(journal: Journal, one: Act, number: number): Step | null {
  const base = {
    version: 1,
    id: `step ${number}`,
    at: number,
    what: '',
    dataset: '',
    of: null,
    inFile: [],
  } as const;
  const stepOf = (): Step | null => {
    if (one.kind === 'saved') return { ...base, kind: 'saved', of: journal.lastStep, changes: [] };
    if (one.kind === 'do') {
      const last = new Map(one.decisions.map((made) => [made.id, made]));
      const changes = [...last.values()].map((made) => ({
        id: made.id,
        forms: [{ ...made, revision: (journal.forms(made.id)[0]?.revision ?? 0) + 1 }],
      }));
      return { ...base, kind: 'do', changes };
    }
    const logged = one.kind === 'undo' ? journal.undoable : journal.redoable;
    if (logged === null) return null;
    return {
      ...base,
      kind: one.kind,
      of: logged.step.id,
      changes: journal.reversal(logged, one.kind, number),
    };
  };
  const step = stepOf();
  if (step !== null) journal.apply(step);
  return step;
}

const bytesOf = (journal: Journal) => [...allDecisions(journal)].map(canonicalText).join('\n');
/** What people see of the decisions: without the counting of revisions. */
const seenOf = (journal: Journal) =>
  [...allDecisions(journal)]
    .filter(({ answer }) => answer !== null)
    .map((one) => canonicalText({ ...one, revision: 0 }))
    .join('\n');

describe('the journal', () => {
  test('is back where it was, byte for byte, after undoing any sequence that no file holds', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), fc.array(act, { maxLength: 12 }), (first, second) => {
        const journal = new Journal();
        let number = 0;
        for (const one of first) if (one.kind !== 'saved') perform(journal, one, number++);
        const before = bytesOf(journal);
        const depth = undoDepth(journal);
        for (const one of second) {
          // Undoing beyond the start is another question.
          if (one.kind === 'saved' || (one.kind === 'undo' && undoDepth(journal) === depth)) continue;
          perform(journal, one, number++);
        }
        while (undoDepth(journal) > depth) perform(journal, { kind: 'undo' }, number++);
        expect(bytesOf(journal)).toBe(before);
        const last = bytesOf(journal);
        perform(journal, { kind: 'do', decisions: [{ ...SAMPLE, id: 'c' }] }, number++);
        perform(journal, { kind: 'undo' }, number++);
        expect(bytesOf(journal)).toBe(last);
      }),
    );
  });

  test('shows what was there before after an undo, also where a file holds what is undone', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const journal = new Journal();
        let number = 0;
        const states = [''];
        for (const one of acts) {
          const depth = undoDepth(journal);
          perform(journal, one, number++);
          if (one.kind === 'saved') continue;
          if (undoDepth(journal) < depth) states.pop();
          else if (undoDepth(journal) > depth) states.push(seenOf(journal));
          expect(seenOf(journal)).toBe(states.at(-1));
        }
      }),
    );
  });

  test('is the same for everyone who reads the same steps, and survives being stored', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const journal = new Journal();
        const other = new Journal();
        for (const [number, one] of acts.entries()) {
          const step = perform(journal, one, number);
          if (step === null) continue;
          const read = readStep(structuredClone(step), number);
          expect(read.unread).toEqual([]);
          other.apply(read.step!);
        }
        expect(bytesOf(other)).toBe(bytesOf(journal));
        expect(other.onlyHere).toBe(journal.onlyHere);
        expect(undoDepth(other)).toBe(undoDepth(journal));
      }),
    );
  });

  test('never lets a file bring back what was undone after it was saved', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const journal = new Journal();
        let number = 0;
        for (const one of acts) perform(journal, one, number++);
        perform(journal, { kind: 'saved' }, number++);
        expect(journal.onlyHere).toBe(0);
        const saved = new Map([...journal.ids()].map((id) => [id, journal.forms(id)]));
        while (journal.undoable !== null) perform(journal, { kind: 'undo' }, number++);
        expect(mergeChanges(journal, saved).changes).toEqual([]);
        expect([...allDecisions(journal)].filter(({ answer }) => answer !== null)).toEqual([]);
      }),
    );
  });

  test('names what cannot be read, and takes the rest', () => {
    const step = {
      version: 1,
      id: 'one',
      kind: 'do',
      at: 1,
      what: 'x',
      dataset: '',
      of: null,
      inFile: [],
      changes: [
        { id: 'a', forms: [{ ...SAMPLE, id: 'a' }] },
        { id: 'b', forms: [{ ...SAMPLE, id: 'b', answer: 'perhaps' }] },
      ],
    };
    const read = readStep(step, 7);
    expect(read.step?.changes.map(({ id }) => id)).toEqual(['a']);
    expect(read.unread).toMatchObject([
      { place: 'Step 7, decision b', why: expect.stringContaining('answer') },
    ]);
    for (const damaged of [null, 5, {}, { ...step, version: 2 }, { ...step, at: Number.NaN }])
      expect(readStep(damaged, 8)).toMatchObject({ step: null, unread: [{ place: 'Step 8' }] });
  });
});

const SAMPLE: Decision = {
  id: 'a',
  revision: 1,
  answer: 'same',
  assetIds: ['1', '2'],
  keep: null,
  note: '',
  by: '',
  at: 0,
  origin: 'review',
  dataset: '',
  basis: {
    proposal: null,
    records: [
      { assetId: '1', values: { serial: ['PF1'] } },
      { assetId: '2', values: {} },
    ],
    inConflict: false,
  },
  overruledBy: null,
};

function undoDepth(journal: Journal): number {
  return journal.steps.filter(({ step, undone }) => step.kind === 'do' && !undone).length;
}
