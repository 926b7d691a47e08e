import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { utf16ToUtf8 } from '../../../../src/import/containers/encoding';
import { encodeText } from '../../../../src/model/text';
import { collect, concat, inChunks, open, troubleOf, utf8 } from './make-archive';

function utf16(text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('UTF-16', () => {
  it('becomes the same text as UTF-8, lone surrogates as WTF-8, at any chunking', async () => {
    const texts = fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    });
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        async (text, little, sizes) => {
          const recoded = await collect(
            utf16ToUtf8(inChunks(utf16(text, little), sizes), little ? 'utf-16le' : 'utf-16be'),
          );
          expect(recoded).toEqual(encodeText(text));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('marks a last odd byte as unreadable instead of dropping it', async () => {
    const recoded = await collect(utf16ToUtf8(inChunks(Uint8Array.of(0x41, 0, 0x42), [2]), 'utf-16le'));
    expect([...recoded]).toEqual([0x41, 0xff]);
  });
});

describe('encodings of files', () => {
  const text = '{"assetId":1,"assetName":"zürich-\u{1F600}"}';

  it('reads UTF-8 with and without mark, UTF-16 with and without mark, gzipped or not', async () => {
    const forms = [
      utf8(text),
      utf8(`\uFEFF${text}`),
      utf16(`\uFEFF${text}`, true),
      utf16(`\uFEFF${text}`, false),
      utf16(text, true),
      utf16(text, false),
    ];
    for (const form of forms) {
      expect((await open(form))[0]!.text).toBe(text);
      expect((await open(new Uint8Array(gzipSync(form))))[0]!.text).toBe(text);
    }
  });

  it('hands plain UTF-8 on as a blob, after its mark', async () => {
    const [opened] = await open(utf8(`\uFEFF${text}`));
    expect(await opened!.content.blob!.text()).toBe(text);
    expect(opened!.content.skipped).toBe(3);
    expect(opened!.content.size).toBe(utf8(text).length);
  });

  it('refuses UTF-32 by name', async () => {
    const trouble = await troubleOf(open(concat(Uint8Array.of(0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0)), 'a.json'));
    expect(trouble.what).toBe('a.json is written in UTF-32.');
  });

  it('gives an empty file as an empty content', async () => {
    expect((await open(new Uint8Array(0))).map(({ text: read }) => read)).toEqual(['']);
  });
});
