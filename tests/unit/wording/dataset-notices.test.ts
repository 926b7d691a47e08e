import { describe, expect, it } from 'vitest';
import type { DatasetFile, DatasetHeader } from '../../../src/model/dataset';
import { isIncomplete, noticesOf } from '../../../src/wording/dataset-notices';

const cut = {
  code: 'zip.cut',
  what: 'The archive ends inside its last file.',
  remedy: 'Make it again.',
} as const;

function header(
  reason: string | null,
  files: Pick<DatasetFile, 'name' | 'format' | 'trouble'>[],
): DatasetHeader {
  return {
    id: 'x',
    name: 'x',
    origin: 'files',
    importedAt: 0,
    files: files.map((file) => ({ bytes: 1, records: 0, ...file })),
    balance: { records: 0, assets: 0, repeated: 0, skipped: 0 },
    skipped: [],
    unreadable: {},
    fieldsSeen: [],
    ...(reason !== null && { unfinished: { reason } }),
  };
}
const names = (of: DatasetHeader) =>
  noticesOf(of)
    .filter(({ kind }) => kind === 'unreadFile')
    .map(({ file }) => file);

describe('the files beside the reason, of a dataset that was stored without notices,', () => {
  it('are without the one that the reason names', () => {
    const files = [
      { name: 'a.json', format: 'Not read' },
      { name: 'b.json', format: 'Not read' },
    ];
    expect(names(header('“a.json” was not read: it is empty. And 1 more file.', files))).toEqual(['b.json']);
  });

  it('are without the one whose own words the reason is, though it does not name it', () => {
    const files = [{ name: 'a.zip', format: 'Damaged file', trouble: cut }];
    expect(names(header(`${cut.what} ${cut.remedy}`, files))).toEqual([]);
  });

  it('are with one whose name is only a part of the name told', () => {
    const files = [
      { name: 'data.json', format: 'Not read' },
      { name: 'a.json', format: 'Not read' },
    ];
    expect(names(header('“data.json” was not read: it is empty.', files))).toEqual(['a.json']);
  });

  it('are all of them where there is no reason', () => {
    expect(names(header(null, [{ name: 'a.json', format: 'Not read' }]))).toEqual(['a.json']);
  });
});

describe('the notices of a dataset', () => {
  it('stand with the most severe first', () => {
    const of: DatasetHeader = {
      ...header(null, []),
      notices: [
        { kind: 'foldedRecords', severity: 'note', what: 'Rows of one host are one asset.', count: 2 },
        { kind: 'emptyField', severity: 'blind', what: 'No MAC address.', count: 4 },
        { kind: 'skippedRecords', severity: 'incomplete', what: '1 record was skipped.', count: 1 },
      ],
    };
    expect(noticesOf(of).map(({ severity }) => severity)).toEqual(['incomplete', 'blind', 'note']);
    expect(isIncomplete(of)).toBe(true);
  });

  it('do not call a dataset incomplete for a rule that could not look', () => {
    const notices = [{ kind: 'emptyField', severity: 'blind', what: 'No MAC address.', count: 4 }] as const;
    expect(isIncomplete({ ...header(null, []), notices })).toBe(false);
    expect(isIncomplete(header('Cut off.', []))).toBe(true);
  });
});
