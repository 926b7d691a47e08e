import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DatasetBuilder } from '../../../../src/import/builder';
import type { Content } from '../../../../src/import/containers/content';
import { readJson } from '../../../../src/import/formats/json';
import type { PartAnswer, PartJob } from '../../../../src/import/parts/part';
import type { PartThread } from '../../../../src/import/parts/part-thread';
import type { PartsPlan } from '../../../../src/import/parts/read-in-parts';
import { readPart } from '../../../../src/import/parts/read-part';
import { CancelledError } from '../../../../src/model/outcome';
import { encode, readJson as readWhole, summary } from '../read-json';

/** A thread that is none: what goes in and out is copied, as between threads. */
function fakeThread(
  read: (job: PartJob) => Promise<PartAnswer> = readPart,
): PartThread & { stopped: boolean } {
  return {
    stopped: false,
    read: async ({ blob, ...job }) => structuredClone(await read({ blob, ...structuredClone(job) })),
    stop() {
      this.stopped = true;
    },
  };
}

interface Plan {
  readonly partBytes?: number;
  readonly headBytes?: number;
  readonly threads?: readonly PartThread[];
}

function planOf({ partBytes = 64, headBytes = 16, threads = [fakeThread(), fakeThread()] }: Plan): PartsPlan {
  return { largeFrom: 0, headBytes, partBytes: () => partBytes, takeThreads: () => threads };
}

async function inParts(
  json: string | Uint8Array,
  plan: Plan = {},
  skipped = 0,
  pause: () => Promise<void> = async () => undefined,
) {
  const bytes = typeof json === 'string' ? encode(json) : json;
  const builder = new DatasetBuilder({ id: 'id', name: 'name', origin: 'files', importedAt: 0, base: null });
  builder.openFile('test.json', bytes.length);
  const content = {
    name: 'test.json',
    head: bytes.slice(0, 100),
    blob: new Blob([bytes.slice()]),
    skipped,
  } as unknown as Content;
  const read: number[] = [];
  const watch = { report: () => undefined, pause };
  const reading = await readJson(
    content,
    builder,
    { watch, onBytes: (upTo) => read.push(upTo) },
    planOf(plan),
  );
  builder.closeFile('JSON');
  const shape = reading.kind === 'read' ? reading.format : '';
  return { dataset: builder.seal(), shape, read };
}

const record = fc.record(
  {
    assetId: fc.oneof(fc.nat(30), fc.constantFrom(null, '')),
    assetName: fc.constantFrom('', 'web01', 'Ä "quoted" {"assetId":7}', ',{"assetId":8},', '\\'),
    macAddress: fc.constantFrom('00:50:56:aa:bb:01', 'n/a', null),
    inventoryListData: fc.record({
      inventory: fc.array(
        fc.record({
          source: fc.constantFrom('QAGENT', 'EASM'),
          created: fc.constantFrom(0, 1_760_000_000_000),
        }),
        { maxLength: 3 },
      ),
    }),
    tagList: fc.record({ tag: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }) }),
    operatingSystem: fc.constantFrom('Linux', 'Windows', null),
    // Looks like a record, and is none.
    related: fc.constantFrom([], [{ assetId: 99 }], [{ assetId: 98 }, { assetId: 97 }]),
    softwareListData: fc.jsonValue({ maxDepth: 3 }),
  },
  { requiredKeys: ['assetId'] },
);

/** Ways to write a file around records; some break it. */
const file = fc
  .tuple(
    fc.array(record, { maxLength: 40 }),
    fc.constantFrom('list', 'lines', 'response', 'responses', 'pretty', 'other order'),
    fc.option(fc.tuple(fc.nat(), fc.constantFrom('', '}', ']', ',', '"', '{"assetId":', '\n', 'x')), {
      freq: 3,
    }),
  )
  .map(([records, way, damage]) => {
    const list = JSON.stringify(records);
    const responses = () => {
      const pages: string[] = [];
      for (let at = 0; at < records.length; at += 7)
        pages.push(`{"hasMore":1,"assetListData":{"asset":${JSON.stringify(records.slice(at, at + 7))}}}`);
      return pages;
    };
    const text = {
      list: () => list,
      lines: () => records.map((one) => JSON.stringify(one)).join('\n'),
      response: () => `{"count":1,"assetListData":{"asset":${list}}}`,
      responses: () => responses().join('\n'),
      pretty: () => JSON.stringify(records, null, 2),
      'other order': () =>
        JSON.stringify(records.map((one, at) => (at % 5 === 4 ? { assetName: 'first', ...one } : one))),
    }[way]();
    if (damage === null || text.length === 0) return text;
    const [at, bytes] = damage;
    const place = at % text.length;
    return text.slice(0, place) + bytes + text.slice(place + (at % 3));
  });

describe('reading in parts', () => {
  it('gives what reading in one piece gives, however the file is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.constantFrom(1, 7, 64, 300, 5000),
        fc.constantFrom(0, 16, 200),
        fc.integer({ min: 1, max: 3 }),
        async (json, partBytes, headBytes, count) => {
          const whole = readWhole(json);
          const threads = Array.from({ length: count }, () => fakeThread());
          const parts = await inParts(json, { partBytes, headBytes, threads });
          expect(summary({ ...whole, dataset: parts.dataset })).toEqual(summary(whole));
        },
      ),
      // `PARTS_RUNS=3000` for a longer search.
      { numRuns: Number(process.env['PARTS_RUNS'] ?? 100) },
    );
  }, 240_000);

  it('names the same format', async () => {
    const records = Array.from({ length: 50 }, (_, id) => ({ assetId: id }));
    const lines = records.map((one) => JSON.stringify(one)).join('\n');
    expect((await inParts(lines)).shape).toBe('Assets, one after another');
    expect((await inParts(JSON.stringify(records))).shape).toBe('List of assets');
    const pages = `{"assetListData":{"asset":${JSON.stringify(records)}}}\n`.repeat(3);
    expect((await inParts(pages)).shape).toBe('Gateway responses');
  });

  it('says how far it has read, up to the end', async () => {
    const json = JSON.stringify(Array.from({ length: 100 }, (_, id) => ({ assetId: id })));
    const { read } = await inParts(json);
    expect(read.length).toBeGreaterThan(5);
    expect(read).toEqual([...read].sort((a, b) => a - b));
  });

  it('counts a byte order mark before the blob in the places of records', async () => {
    const json = JSON.stringify(Array.from({ length: 60 }, (_, id) => ({ assetId: id })));
    const plain = await inParts(json);
    const marked = await inParts(json, {}, 3);
    expect([...marked.dataset.origins.byte]).toEqual([...plain.dataset.origins.byte].map((byte) => byte + 3));
  });

  it('really reads by threads, each of which is stopped at the end', async () => {
    const jobs: PartJob[] = [];
    const threads = [1, 2].map(() =>
      fakeThread((job) => {
        jobs.push(job);
        return readPart(job);
      }),
    );
    const json = JSON.stringify(Array.from({ length: 100 }, (_, id) => ({ assetId: id })));
    const { dataset } = await inParts(json, { threads });
    expect(dataset.size).toBe(100);
    expect(jobs.length).toBeGreaterThan(10);
    expect(threads.every(({ stopped }) => stopped)).toBe(true);
  });

  it('goes on in one piece where a thread fails, and loses nothing', async () => {
    const json = JSON.stringify(
      Array.from({ length: 100 }, (_, id) => ({ assetId: id, assetName: `n${id}` })),
    );
    for (const bad of [0, 1, 5]) {
      let count = 0;
      const thread = fakeThread((job) =>
        count++ === bad ? Promise.resolve({ kind: 'failed' }) : readPart(job),
      );
      const parts = await inParts(json, { threads: [thread] });
      expect(summary({ ...readWhole(json), dataset: parts.dataset })).toEqual(summary(readWhole(json)));
      expect(thread.stopped).toBe(true);
    }
  });

  it('reads in one piece where there are no threads', async () => {
    const json = JSON.stringify(Array.from({ length: 100 }, (_, id) => ({ assetId: id })));
    expect((await inParts(json, { threads: [] })).dataset.size).toBe(100);
  });

  it('stops its threads when it is cancelled', async () => {
    const threads = [fakeThread(), fakeThread()];
    const json = JSON.stringify(Array.from({ length: 100 }, (_, id) => ({ assetId: id })));
    let pauses = 0;
    const pause = async () => {
      if (++pauses > 4) throw new CancelledError();
    };
    await expect(inParts(json, { threads }, 0, pause)).rejects.toThrow(CancelledError);
    expect(threads.every(({ stopped }) => stopped)).toBe(true);
  });
});
