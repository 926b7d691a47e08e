import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { concat, open, patchEntry, troubleOf, utf8, zip } from './make-archive';

describe('zip', () => {
  it('gives its exports one after another, stored and deflated, gzip within it unpacked', async () => {
    const bytes = zip({
      'one.json': utf8('{"assetId":1}'),
      'folder/two.json': [utf8('{"assetId":2}'), { level: 0 }],
      'folder/three.json.gz': new Uint8Array(gzipSync(utf8('{"assetId":3}'))),
      '__MACOSX/._one.json': utf8('junk'),
      '.DS_Store': utf8('junk'),
      'folder/.hidden/x.json': utf8('junk'),
      'empty folder/': new Uint8Array(0),
    });
    const opened = await open(bytes, 'all.zip');
    expect(opened.map(({ content, text }) => [content.name, text])).toEqual([
      ['all.zip/one.json', '{"assetId":1}'],
      ['all.zip/folder/two.json', '{"assetId":2}'],
      ['all.zip/folder/three.json.gz', '{"assetId":3}'],
    ]);
  });

  it('finds the directory behind a comment and behind bytes in front of the archive', async () => {
    const plain = zip({ 'a.json': utf8('[]') });
    const comment = concat(plain.subarray(0, plain.length - 2), Uint8Array.of(5, 0), utf8('hello'));
    expect((await open(comment))[0]!.text).toBe('[]');
    const prefixed = concat(Uint8Array.of(0x50, 0x4b, 3, 4), new Uint8Array(96), plain);
    expect((await open(prefixed))[0]!.text).toBe('[]');
  });

  it('reads entries whose sizes stand in the zip64 field', async () => {
    expect((await open(zip64({ name: 'big.json', bytes: utf8('{"assetId":64}') })))[0]!.text).toBe(
      '{"assetId":64}',
    );
  });

  it('names an archive that was cut', async () => {
    const bytes = zip({ 'a.json': utf8('{"assetId":1}') });
    expect(await troubleOf(open(bytes.subarray(0, bytes.length - 30), 'cut.zip'))).toEqual({
      code: 'zip.cut',
      what: 'cut.zip starts as a zip archive, but its directory, which stands at the end, is missing or cut.',
    });
    for (let length = 4; length < bytes.length; length++) {
      expect((await troubleOf(open(bytes.subarray(0, length)))).code).toMatch(/^zip\./);
    }
  });

  it('keeps the name of an entry as it is, with a mark of the byte order', async () => {
    const opened = await open(zip({ '\ufeffa.json': utf8('[]') }), 'a.zip');
    expect(opened.map(({ content }) => content.name)).toEqual(['a.zip/\ufeffa.json']);
  });

  it('names a wrong checksum', async () => {
    const bytes = patchEntry(zip({ 'a.json': utf8('{"assetId":1}') }), 0, (entry) =>
      entry.setUint32(16, 7, true),
    );
    expect(await troubleOf(open(bytes, 'x.zip'))).toEqual({
      code: 'zip.damaged',
      what: 'x.zip/a.json is damaged: its checksum does not fit its content.',
    });
  });

  it('gives the entries before a damaged one', async () => {
    const bytes = patchEntry(zip({ 'a.json': utf8('1'), 'b.json': utf8('2') }), 1, (entry) =>
      entry.setUint32(16, 7, true),
    );
    const names: string[] = [];
    const { openContainer } = await import('../../../../src/import/containers/open-container');
    const { UNWATCHED } = await import('../../../../src/model/progress');
    for await (const content of openContainer({ name: 'x.zip', blob: new Blob([bytes]) }, UNWATCHED))
      names.push(content.name);
    expect(names).toEqual(['x.zip/a.json', 'x.zip/b.json']);
  });

  it('names false sizes, larger and smaller', async () => {
    const bytes = zip({ 'a.json': utf8('{"assetId":1}'.repeat(9)) });
    const more = patchEntry(bytes, 0, (entry) => entry.setUint32(24, 5, true));
    expect((await troubleOf(open(more, 'x.zip'))).what).toBe(
      'x.zip/a.json is damaged: it unpacks to more than the archive says.',
    );
    const less = patchEntry(bytes, 0, (entry) => entry.setUint32(24, 5000, true));
    expect((await troubleOf(open(less, 'x.zip'))).what).toBe(
      'x.zip/a.json is damaged: it unpacks to less than the archive says.',
    );
    const packed = patchEntry(bytes, 0, (entry) => entry.setUint32(20, 1e6, true));
    expect((await troubleOf(open(packed, 'x.zip'))).code).toBe('zip.damaged');
  });

  it('names an entry that is encrypted, and one packed by another method', async () => {
    const bytes = zip({ 'a.json': utf8('{}') });
    expect(
      await troubleOf(
        open(
          patchEntry(bytes, 0, (entry) => entry.setUint16(8, 1, true)),
          'x.zip',
        ),
      ),
    ).toEqual({
      code: 'zip.encrypted',
      what: 'x.zip/a.json is encrypted with a password.',
    });
    expect(
      await troubleOf(
        open(
          patchEntry(bytes, 0, (entry) => entry.setUint16(10, 14, true)),
          'x.zip',
        ),
      ),
    ).toEqual({
      code: 'zip.method',
      what: 'x.zip/a.json is packed by LZMA, which is not read here.',
    });
  });

  it('refuses a bomb by its directory, without unpacking', async () => {
    const bomb = zip({ 'a.json': new Uint8Array(2 << 20) });
    const large = patchEntry(bomb, 0, (entry) => entry.setUint32(24, 80 << 20, true));
    expect(await troubleOf(open(large, 'bomb.zip'))).toMatchObject({ code: 'container.bomb' });
    const lying = patchEntry(bomb, 0, (entry) => entry.setUint32(24, 1000, true));
    expect((await troubleOf(open(lying, 'bomb.zip'))).what).toBe(
      'bomb.zip/a.json is damaged: it unpacks to more than the archive says.',
    );
  });

  it('refuses too many entries', async () => {
    const files: Record<string, Uint8Array> = Object.create(null);
    for (let i = 0; i < 10_001; i++) files[`${i}.json`] = new Uint8Array(0);
    expect((await troubleOf(open(zip(files), 'many.zip'))).what).toBe(
      'many.zip holds 10,001 files; at most 10,000 are opened at once.',
    );
  });

  it('refuses a zip in a zip, and a zip in gzip', async () => {
    const inner = zip({ 'a.json': utf8('{}') });
    expect(await troubleOf(open(zip({ 'inner.zip': inner }), 'outer.zip'))).toEqual({
      code: 'container.nested',
      what: 'outer.zip/inner.zip holds another archive (zip) inside the zip archive.',
    });
    expect((await troubleOf(open(new Uint8Array(gzipSync(inner)), 'z.gz'))).code).toBe('container.nested');
  });

  it('names an archive without exports, and archives of other kinds', async () => {
    expect((await troubleOf(open(zip({ '__MACOSX/x': utf8('x') }), 'x.zip'))).code).toBe('zip.empty');
    const rar = concat(utf8('Rar!\x1a\x07\x01'), new Uint8Array(20));
    expect((await troubleOf(open(rar, 'x.rar'))).what).toBe(
      'x.rar is a RAR archive, which is not opened here.',
    );
  });

  it('tells a workbook from a zip of exports, alone and inside another zip', async () => {
    const workbook = zip({ '[Content_Types].xml': utf8('<Types/>'), 'xl/workbook.xml': utf8('<workbook/>') });
    expect((await open(workbook, 'a.zip')).map(({ content }) => content.kind)).toEqual(['xlsx']);
    const inside = await open(zip({ 'a.xlsx': workbook, 'b.json': utf8('[]') }), 'o.zip');
    expect(inside.map(({ content }) => [content.name, content.kind])).toEqual([
      ['o.zip/a.xlsx', 'xlsx'],
      ['o.zip/b.json', 'text'],
    ]);
  });
});

/** A zip whose one entry has its sizes and place in the zip64 extra field, and a zip64 end of directory. */
function zip64(file: { name: string; bytes: Uint8Array }): Uint8Array<ArrayBuffer> {
  const plain = zip({ [file.name]: [file.bytes, { level: 0 }] });
  const local = plain.subarray(0, 30 + file.name.length + file.bytes.length);
  const crc = new DataView(plain.buffer, 14).getUint32(0, true);
  const entry = new DataView(new ArrayBuffer(46 + file.name.length + 28));
  entry.setUint32(0, 0x02014b50, true);
  entry.setUint32(16, crc, true);
  for (const at of [20, 24, 42]) entry.setUint32(at, 0xffffffff, true);
  entry.setUint16(28, file.name.length, true);
  entry.setUint16(30, 28, true);
  new Uint8Array(entry.buffer).set(utf8(file.name), 46);
  const extra = 46 + file.name.length;
  entry.setUint16(extra, 1, true);
  entry.setUint16(extra + 2, 24, true);
  entry.setBigUint64(extra + 4, BigInt(file.bytes.length), true);
  entry.setBigUint64(extra + 12, BigInt(file.bytes.length), true);
  entry.setBigUint64(extra + 20, 0n, true);
  const end64 = new DataView(new ArrayBuffer(56));
  end64.setUint32(0, 0x06064b50, true);
  end64.setBigUint64(24, 1n, true);
  end64.setBigUint64(32, 1n, true);
  end64.setBigUint64(40, BigInt(entry.byteLength), true);
  end64.setBigUint64(48, BigInt(local.length), true);
  const locator = new DataView(new ArrayBuffer(20));
  locator.setUint32(0, 0x07064b50, true);
  locator.setBigUint64(8, BigInt(local.length + entry.byteLength), true);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, 0xffff, true);
  end.setUint16(10, 0xffff, true);
  end.setUint32(12, 0xffffffff, true);
  end.setUint32(16, 0xffffffff, true);
  return concat(local, ...[entry, end64, locator, end].map((view) => new Uint8Array(view.buffer)));
}
