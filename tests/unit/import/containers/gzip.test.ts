import zlib from 'node:zlib';
import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { gunzip } from '../../../../src/import/containers/gzip';
import { UNWATCHED } from '../../../../src/model/progress';
import { collect, concat, inChunks, open, troubleOf, utf8 } from './make-archive';

const unpack = (bytes: Uint8Array, sizes: readonly number[] = [65536]) =>
  collect(gunzip(inChunks(bytes, sizes), 'a.json.gz', UNWATCHED));

describe('gunzip', () => {
  it('gives the same bytes for random members at random chunk sizes', async () => {
    const members = fc.array(
      fc.tuple(fc.uint8Array({ maxLength: 3000 }), fc.constantFrom(0, 1, 9), fc.boolean()),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    await fc.assert(
      fc.asyncProperty(
        members,
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1 }),
        async (parts, sizes) => {
          const packed = parts.map(([bytes, level, named]) =>
            gzipSync(bytes, { level: level as 0 | 1 | 9, ...(named ? { filename: 'inner name.json' } : {}) }),
          );
          const got = await unpack(concat(...packed), sizes);
          expect(got).toEqual(concat(...parts.map(([bytes]) => bytes)));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('names every cut of a file with two members, wherever it is', async () => {
    const first = gzipSync(utf8('[{"assetId":1},'));
    const bytes = concat(first, gzipSync(utf8('{"assetId":2}]')));
    for (let length = 1; length < bytes.length; length++) {
      const work = unpack(bytes.subarray(0, length), [7]);
      if (length === first.length) expect(new TextDecoder().decode(await work)).toBe('[{"assetId":1},');
      else expect((await troubleOf(work)).code, `cut at ${length}`).toMatch(/^gzip\.(cut|trailingBytes)$/);
    }
  });

  it('names a wrong checksum and its member', async () => {
    const second = gzipSync(utf8('second'));
    second[second.length - 8]! ^= 1;
    const bytes = concat(gzipSync(utf8('first')), second, gzipSync(utf8('third')));
    expect(await troubleOf(unpack(bytes))).toEqual({
      code: 'gzip.wrongSum',
      what: 'a.json.gz is damaged: the checksum of gzip member 2 does not fit its content.',
    });
  });

  it('names a wrong checksum of the last member and a wrong length', async () => {
    const sum = gzipSync(utf8('only'));
    sum[sum.length - 7]! ^= 128;
    expect((await troubleOf(unpack(sum))).code).toBe('gzip.wrongSum');
    const length = gzipSync(utf8('only'));
    length[length.length - 4]! ^= 1;
    expect((await troubleOf(unpack(length))).code).toBe('gzip.wrongSum');
  });

  it('names bytes after the last member, and gives what stands before them', async () => {
    const packed = gzipSync(utf8('{"assetId":1}'));
    const bytes = concat(packed, utf8('<!-- left over -->'));
    const seen: Uint8Array[] = [];
    const work = (async () => {
      for await (const chunk of gunzip(inChunks(bytes, [9999]), 'a.json.gz', UNWATCHED)) seen.push(chunk);
    })();
    expect(await troubleOf(work)).toEqual({
      code: 'gzip.trailingBytes',
      what: `a.json.gz goes on after its gzip data: from byte ${packed.length} on there is something that is not gzip.`,
    });
    expect(new TextDecoder().decode(concat(...seen))).toBe('{"assetId":1}');
  });

  it('names damage in the packed bytes', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31) & 255);
    const packed = gzipSync(noise);
    packed.fill(0xff, 20, 60);
    expect((await troubleOf(unpack(packed))).code).toMatch(/^gzip\.(damaged|wrongSum|cut)$/);
  });

  it('refuses a bomb long before it is unpacked', async () => {
    const bomb = new Uint8Array(zlib.gzipSync(new Uint8Array(100 << 20)));
    let unpacked = 0;
    const work = (async () => {
      for await (const chunk of gunzip(inChunks(bomb, [4096]), 'a.gz', UNWATCHED)) unpacked += chunk.length;
    })();
    expect((await troubleOf(work)).code).toBe('container.bomb');
    expect(unpacked).toBeLessThan(75 << 20);
  });

  it('reads 10,000 tiny members', async () => {
    const member = gzipSync(utf8('x'));
    const got = await unpack(concat(...Array.from({ length: 10_000 }, () => member)));
    expect(got.length).toBe(10_000);
  });

  it('is opened by its first bytes, whatever its name', async () => {
    const opened = await open(concat(gzipSync(utf8('[1,')), gzipSync(utf8('2]'))), 'export.txt');
    expect(opened.map(({ content, text }) => [content.name, content.kind, text])).toEqual([
      ['export.txt', 'text', '[1,2]'],
    ]);
  });

  it('keeps what stands before damage in a small file readable', async () => {
    const bad = gzipSync(utf8('second'));
    bad[bad.length - 8]! ^= 1;
    const trouble = await troubleOf(open(concat(gzipSync(utf8('first')), bad), 'b.gz'));
    expect(trouble.code).toBe('gzip.wrongSum');
  });

  it('refuses gzip in gzip', async () => {
    expect(await troubleOf(open(new Uint8Array(gzipSync(gzipSync(utf8('{}')))), 'twice.gz'))).toEqual({
      code: 'container.nested',
      what: 'twice.gz holds another archive (gzip) inside the gzip archive.',
    });
  });
});
