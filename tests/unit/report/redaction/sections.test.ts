import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Pseudonyms } from '../../../../src/report/redaction/pseudonyms';
import { redactJson } from '../../../../src/report/redaction/redact-json';
import { plainSection, redactedSection } from '../../../../src/report/redaction/redact-sections';
import { LEFT_OUT } from '../../../../src/report/redaction/redaction';
import type { JsonMember, SectionCell, SectionColumn, TableSection } from '../../../../src/report/section';

const made = new Pseudonyms(new Uint8Array(16));

function section(columns: readonly SectionColumn[], row: readonly SectionCell[]): TableSection {
  return {
    kind: 'table',
    id: 'test',
    title: 'Test',
    columns,
    rowCount: 1,
    rows: () => [row],
    excel: 'summary',
    html: 'whole',
  };
}

const rowOf = (columns: readonly SectionColumn[], row: readonly SectionCell[]) => {
  const redacted = redactedSection(section(columns, row), made);
  if (redacted.kind !== 'table') throw new Error('no table');
  return [...redacted.rows()][0];
};

const column = (sensitivity: SectionColumn['sensitivity']): SectionColumn => ({ header: 'H', sensitivity });

describe('cells', () => {
  test('by their column', () => {
    expect(
      rowOf([column('name'), column('none'), column('sentence')], ['web01', 'MAC address', 'web01 is it']),
    ).toEqual([made.of('name', 'web01'), 'MAC address', LEFT_OUT]);
  });

  test('by the rule that the row names', () => {
    expect(rowOf([column('none'), column('byRule')], ['MAC address', '00:50:56:00:00:01'])).toEqual([
      'MAC address',
      made.of('mac', '00:50:56:00:00:01'),
    ]);
    expect(() => rowOf([column('none'), column('byRule')], ['?', '00:50:56:00:00:01'])).toThrow();
  });

  test('values say it themselves, one by one', () => {
    const cell = { values: ['1', '2'], sensitivity: 'id', rest: 'and 5 more' } as const;
    expect(rowOf([column('none')], [cell])).toEqual([
      `${made.of('id', '1')}, ${made.of('id', '2')} and 5 more`,
    ]);
    const plain = plainSection(section([column('none')], [cell]));
    expect(plain.kind === 'table' && [...plain.rows()]).toEqual([['1, 2 and 5 more']]);
  });

  test('numbers in a column of values are values', () => {
    expect(rowOf([column('id')], [4711])).toEqual([made.of('id', '4711')]);
  });

  test('a sentence in a column of values says something else', () => {
    expect(rowOf([column('sentence')], [{ note: 'web01', redacted: 'A host.' }])).toEqual([
      { note: 'A host.' },
    ]);
    expect(rowOf([column('name')], [{ note: 'web01' }])).toEqual([{ note: LEFT_OUT }]);
  });

  test('fail where nothing is said of them', () => {
    expect(() => rowOf([{ header: 'H' } as SectionColumn], ['web01'])).toThrow('no sensitivity');
    const columns = [{ header: 'H', sensitivity: 'name' as 'none', width: 5 }];
    expect(() => redactedSection({ kind: 'rows', columns, cells: () => ['web01'] }, made)).toThrow(
      'holds values',
    );
    expect(() => rowOf([column('none')], ['Label', 'web01'])).toThrow('no sensitivity');
    expect(() => rowOf([], ['Label', 'web01'])).toThrow();
    expect(rowOf([], ['Label', 5, { note: 'web01' }])).toEqual(['Label', 5, { note: LEFT_OUT }]);
  });
});

async function json(value: unknown, members: Record<string, JsonMember>, cuts: readonly number[] = []) {
  const text = JSON.stringify(value);
  const pieces = async function* () {
    let from = 0;
    for (const cut of [...cuts].map((at) => at % (text.length + 1)).sort((a, b) => a - b)) {
      yield text.slice(from, cut);
      from = cut;
    }
    yield text.slice(from);
  };
  let out = '';
  for await (const piece of redactJson(pieces(), { member: 'test', members }, made)) out += piece;
  return JSON.parse(out);
}

describe('results as JSON', () => {
  const members: Record<string, JsonMember> = {
    list: 'parts',
    ids: 'id',
    id: 'id',
    kind: 'none',
    says: 'sentence',
    open: 'none',
    value: { by: 'kind', of: { mac: 'mac', name: 'name' } },
  };

  test('by the key, wherever the pieces are cut', async () => {
    const value = {
      list: [
        { id: 'a"\\', kind: 'mac', value: '00:50:56:00:00:01', n: undefined },
        { ids: ['1', '2'], says: 'web01' },
      ],
      open: { anything: { at: ['all', 5] } },
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(400), { maxLength: 8 }), async (cuts) => {
        expect(await json(value, members, cuts)).toEqual({
          list: [
            { id: made.of('id', 'a"\\'), kind: 'mac', value: made.of('mac', '00:50:56:00:00:01') },
            { ids: [made.of('id', '1'), made.of('id', '2')], says: LEFT_OUT },
          ],
          open: { anything: { at: ['all', 5] } },
        });
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['a key that nobody knows', { list: [{ surprise: 1 }] }],
    ['a text where objects are expected', { list: ['web01'] }],
    ['a text without a key', ['web01']],
    ['a number that is a value', { id: 4711 }],
    ['a value whose kind is not said', { value: 'web01' }],
    ['a value of another kind', { kind: 'other', value: 'web01' }],
  ])('fails at %s', async (_, value) => {
    await expect(json(value, members)).rejects.toThrow('nothing says how to redact');
  });

  test('fails where the text does not end', async () => {
    const broken = (async function* () {
      yield '{"kind":"mac';
    })();
    await expect(async () => {
      for await (const _ of redactJson(broken, { member: 'test', members }, made));
    }).rejects.toThrow();
  });
});
