import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../../src/detect/pipeline';
import { DEFAULT_SETTINGS } from '../../../src/detect/settings';
import type { TextColumn } from '../../../src/model/columns';
import type { Dataset } from '../../../src/model/dataset';
import { CancelledError } from '../../../src/model/outcome';
import { UNWATCHED } from '../../../src/model/progress';
import { makeDataset, type PlainAsset } from '../make-dataset';

const find = (dataset: Dataset) => findDuplicates(dataset, DEFAULT_SETTINGS, UNWATCHED);

/** All assets with one name, without an object for each. */
function oneName(size: number): Dataset {
  const column: TextColumn = {
    kind: 'text',
    bytes: new Uint8Array(size * 5).fill(0x61),
    ends: Uint32Array.from({ length: size }, (_, asset) => (asset + 1) * 5),
  };
  const dataset = makeDataset([]);
  return { ...dataset, size, columns: { ...dataset.columns, assetName: column, dnsName: column } };
}

// Sizes at which anything that looks at pairs one by one would never end: these tests end, or time out.
describe('findDuplicates on many assets', { timeout: 240_000 }, () => {
  it.each([20_000, 200_000])('makes one group of %i assets with one name', async (size) => {
    const { summary, members, clusterStops, sharedWidely } = await find(oneName(size));
    expect(summary).toMatchObject({
      groups: 1,
      clusters: 1,
      duplicateAssets: size,
      duplicateRatio: 100,
      pairs: (size * (size - 1)) / 2,
    });
    expect(members.every((asset, at) => asset === at)).toBe(true);
    expect([...clusterStops]).toEqual([size]);
    expect(sharedWidely).toEqual([{ rule: 'assetName', value: 'aaaaa', assets: size, group: 0 }]);
  });

  it('counts rows, columns and diagonals of a square, each pair once', async () => {
    const side = 150;
    const assets: PlainAsset[] = [];
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        assets.push({
          assetName: `row ${row}`,
          dnsName: `column ${column}`,
          netbiosName: `diagonal ${(row + column) % side}`,
        });
      }
    }
    const { summary } = await find(makeDataset(assets));
    expect(summary.groups).toBe(3 * side);
    expect(summary.pairs).toBe(3 * side * ((side * (side - 1)) / 2));
  });

  it('drops a value that shows no new pair, however its pairs were covered', async () => {
    // Three names cover the pairs of any two thirds; then all have one address. Every pair is covered already.
    const third = (asset: number) => asset % 3;
    const assets = Array.from(
      { length: 9000 },
      (_, asset): PlainAsset => ({
        ...(third(asset) !== 0 ? { assetName: 'a' } : {}),
        ...(third(asset) !== 1 ? { dnsName: 'b' } : {}),
        ...(third(asset) !== 2 ? { netbiosName: 'c' } : {}),
        address: '10.0.0.1',
      }),
    );
    const { summary } = await find(makeDataset(assets));
    expect(summary.byRule).toMatchObject({ assetName: 1, dnsName: 1, netbiosName: 1, ipv4Address: 0 });
    expect(summary.pairs).toBe((9000 * 8999) / 2);
    // One asset without a name: now the address shows pairs that are new.
    const more = await find(makeDataset([...assets, { address: '10.0.0.1' }]));
    expect(more.summary.byRule.ipv4Address).toBe(1);
    expect(more.summary.pairs).toBe((9001 * 9000) / 2);
  });

  it('counts pairs exactly among assets with half of 24 adapters each', async () => {
    const assets = Array.from(
      { length: 3000 },
      (_, asset): PlainAsset => ({
        macAddresses: Array.from(
          { length: 13 },
          (_, at) => 0x005056000001 + ((asset * (at + 7) + at * at) % 24),
        ),
        address: '10.0.0.1',
      }),
    );
    const { summary } = await find(makeDataset(assets));
    expect(summary.pairs).toBe((3000 * 2999) / 2);
    expect(summary.pairsAtLeast).toBeUndefined();
  });

  it('ends on two assets that share thousands of adapters and others with everyone else', async () => {
    const shared = Array.from({ length: 3000 }, (_, at) => 0x005056000000 + at);
    const own = (from: number) => Array.from({ length: 3000 }, (_, at) => from + at);
    const others = Array.from(
      { length: 6000 },
      (_, at): PlainAsset => ({ macAddresses: [0x005057000000 + at] }),
    );
    const assets: PlainAsset[] = [
      { macAddresses: [...own(0x005057000000), ...shared] },
      { macAddresses: [...own(0x005057000000 + 3000), ...shared] },
      ...others,
    ];
    const { summary } = await find(makeDataset(assets));
    expect(summary).toMatchObject({ groups: 6001, pairs: 6001, clusters: 1 });
  });
});

describe('findDuplicates', { timeout: 240_000 }, () => {
  it('names the first ten thousand ignored values and counts the rest', async () => {
    const assets = Array.from(
      { length: 12_000 },
      (_, at): PlainAsset => ({
        address: `10.0.${at % 250}.${Math.floor(at / 250)}`,
      }),
    );
    const ignored = [
      { field: 'ipv4Address', pattern: '10.0.0.0/8', reason: 'inside', enabled: true },
    ] as const;
    const settings = { ...DEFAULT_SETTINGS, ignored };
    const grouping = await findDuplicates(makeDataset(assets), settings, UNWATCHED);
    expect(grouping.ignored).toHaveLength(10_001);
    expect(grouping.ignored[0]).toEqual({
      rule: 'ipv4Address',
      value: '10.0.0.0',
      assets: 1,
      reason: 'inside',
    });
    expect(grouping.ignored.at(-1)).toMatchObject({ value: '2,000 more values', assets: 2000 });
  });

  it('gives the same bytes for the same input, whatever its hashes are', async () => {
    const assets = Array.from(
      { length: 500 },
      (_, at): PlainAsset => ({
        assetName: `host ${(at * 7) % 190}`,
        macAddresses: [1 + ((at * 5) % 230), 1000 + (at % 170)],
        address: `10.0.0.${at % 90}`,
      }),
    );
    const first = await find(makeDataset(assets));
    for (let run = 0; run < 5; run++) expect(await find(makeDataset(assets))).toEqual(first);
  });

  it('ends when the person cancels', async () => {
    const cancelled = { report: () => undefined, pause: () => Promise.reject(new CancelledError()) };
    const run = findDuplicates(oneName(2_000_000), DEFAULT_SETTINGS, cancelled);
    await expect(run).rejects.toBeInstanceOf(CancelledError);
  });

  it('finds nothing in an empty dataset', async () => {
    const { summary } = await find(makeDataset([]));
    expect(summary).toMatchObject({
      hostAssets: 0,
      duplicateAssets: 0,
      duplicateRatio: 0,
      groups: 0,
      pairs: 0,
    });
  });
});
