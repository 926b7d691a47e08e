import { afterEach, describe, expect, it, vi } from 'vitest';
import { ObjectShapes } from '../../../../src/import/scan/object-shapes';
import { readJson, summary } from '../read-json';

const CHUNKS = [1, 7, 64, 1000, 65536];

afterEach(() => vi.restoreAllMocks());

const read = (json: string | Uint8Array, chunk = 65536) => summary(readJson(json, chunk));

/** What the reader makes of the file where it knows no shapes, read as one chunk. */
function withoutShapes(json: string | Uint8Array) {
  const useful = vi.spyOn(ObjectShapes.prototype, 'useful', 'get').mockReturnValue(false);
  const answer = read(json);
  useful.mockRestore();
  return answer;
}

/** The same with and without shapes, however it is cut into chunks. */
function expectSame(json: string | Uint8Array, chunks: readonly number[] = CHUNKS) {
  const expected = withoutShapes(json);
  for (const chunk of chunks) expect(read(json, chunk), `chunks of ${chunk}`).toEqual(expected);
  return expected;
}

const list = (...records: string[]) => `[${records.join()}]`;

describe('one record that differs from those before', () => {
  it('reads a value behind space as it reads one without', () => {
    const json = list('{"assetId":1,"agent":{"version":"v"}}', '{"assetId":2,"agent": {"version":"w"}}');
    expect(read(json).assets).toEqual([
      { assetId: '1', agentVersion: 'v' },
      { assetId: '2', agentVersion: 'w' },
    ]);
  });

  it('waits for a value that the next chunk begins with, also where other records lie in this one', () => {
    const record = (id: number) =>
      `{"assetId":${id},"parents":[{"assetId":98},{"assetId":99}],"agent":{"version":"v"}}`;
    const json = list(record(1), record(2));
    const whole = withoutShapes(json);
    expect(whole.balance).toEqual({ records: 2, assets: 2, repeated: 0, skipped: 0 });
    for (let chunk = 1; chunk < json.length; chunk++) expect(read(json, chunk)).toEqual(whole);
  });
});

describe('nesting near the limit of 200 levels', () => {
  const lists = (levels: number, inner = '') => '['.repeat(levels) + inner + ']'.repeat(levels);
  const objects = (levels: number, inner: string) => '{"b":'.repeat(levels) + inner + '}'.repeat(levels);

  it('is refused in lists inside objects of a known shape at the same level as elsewhere', () => {
    for (const around of [1, 2, 3, 10]) {
      for (let levels = 197 - around; levels <= 202 - around; levels++) {
        const like = objects(around, '[1]');
        const { balance } = expectSame(
          list(
            `{"assetId":1,"x":${like}}`,
            `{"assetId":2,"x":${like}}`,
            `{"assetId":3,"x":${objects(around, lists(levels))}}`,
          ),
        );
        expect(balance.skipped).toBe(1 + around + levels > 200 ? 1 : 0);
      }
    }
  });

  it('is refused in objects of a known shape at the same level as elsewhere', () => {
    for (const around of [1, 2, 3, 10]) {
      for (let levels = 197 - around; levels <= 202 - around; levels++) {
        const like = objects(around, '1');
        const { balance } = expectSame(`[{"assetId":1,"x":[${like},${like},${lists(levels, like)}]}]`);
        expect(balance.skipped).toBe(2 + levels + around > 200 ? 1 : 0);
      }
    }
  });

  it('is refused in objects that are read at the same level as elsewhere', () => {
    for (let levels = 195; levels <= 202; levels++) {
      const dates = (depth: number) => '{"$date":'.repeat(depth) + '1'.concat('}'.repeat(depth));
      const record = (id: number, depth: number) => `{"assetId":${id},"lastModifiedDate":${dates(depth)}}`;
      const deepLists = `{"assetId":4,"agent":${lists(levels, '{"version":"v"}')}}`;
      const { balance } = expectSame(
        list(
          record(1, 3),
          record(2, 3),
          '{"assetId":3,"agent":{"version":"v"}}',
          record(5, levels),
          deepLists,
        ),
      );
      expect(balance.skipped).toBe((levels + 1 > 200 ? 1 : 0) + (levels + 2 > 200 ? 1 : 0));
    }
  });
});

describe('hostile files', { timeout: 120_000 }, () => {
  const learned = () => vi.spyOn(ObjectShapes.prototype, 'learn');

  it('whose shapes fail behind what is nested in them are not read twice at every level', () => {
    const miss = vi.spyOn(ObjectShapes.prototype, 'miss');
    const learn = learned();
    const dates = (levels: number, spaces: number) =>
      `${'{"$date":'.repeat(levels)}{"$date":1}${`${' '.repeat(spaces)}}`.repeat(levels)}`;
    const unneeded = (levels: number, spaces: number) =>
      `${'{"a":['.repeat(levels)}{"a":[1]},{"a":[1]}${`]${' '.repeat(spaces)}}`.repeat(levels)}`;
    const record = (id: number, levels: number) =>
      `{"assetId":${id},"lastModifiedDate":${dates(levels, id)},"x":${unneeded(levels, id)}}`;
    // Six alternatives are learned; the seventh finds no place among them, and is never known.
    const json = list(...[1, 2, 3, 4, 5, 6].map((id) => record(id, 1)), record(9, 90));
    expect(read(json).balance).toEqual({ records: 7, assets: 7, repeated: 0, skipped: 0 });
    expect(miss.mock.calls.length + learn.mock.calls.length).toBeLessThan(2000);
  });
});
