import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceOf, whyText } from '../../../../src/features/machines/evidence/evidence';
import {
  LIKELY_FROM,
  STRONG_FROM,
  VETOES,
  WEIGHTS,
} from '../../../../src/features/machines/evidence/weights';
import { redundantOf } from '../../../../src/features/machines/judge/gate';
import { comesBackByItself } from '../../../../src/features/machines/judge/survivor';
import { DEFAULT_JUDGEMENT_SETTINGS } from '../../../../src/features/machines/settings';
import { MORE_IDENTIFIERS } from '../../../../src/features/machines/types';
import { formatMac } from '../../../../src/identifiers/mac';
import { macsAt, textAt } from '../../../../src/model/columns';
import { CASES, idOf, judgeRecords, partitionOf } from './read-cases';

type Plain = Record<string, unknown>;

const POOL: readonly Plain[] = CASES.filter(({ group }) => group !== 'over time' && group !== 'import')
  .flatMap(({ records }) => records.slice(0, 4))
  .map((record) => record as Plain);

/** Some records of different cases, shuffled. */
const mixed = fc.shuffledSubarray(POOL as Plain[], { minLength: 2, maxLength: 24 });

describe('a judgement', () => {
  it('does not depend on the order of the records', async () => {
    await fc.assert(
      fc.asyncProperty(mixed, fc.nat(), async (records, turn) => {
        const at = turn % records.length;
        const turned = [...records.slice(at), ...records.slice(0, at)].reverse();
        expect(partitionOf(await judgeRecords(turned))).toEqual(partitionOf(await judgeRecords(records)));
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on how names, MAC addresses and UUIDs are spelled', async () => {
    await fc.assert(
      fc.asyncProperty(mixed, async (records) => {
        const judged = partitionOf(await judgeRecords(records));
        expect(partitionOf(await judgeRecords(records.map(otherSpelling)))).toEqual(judged);
      }),
      { numRuns: 30 },
    );
  });

  it('does not depend on the numbering of the ids, nor on a record that shares nothing', async () => {
    const alone = {
      assetId: 1,
      assetName: 'quite-alone-9',
      address: '198.51.100.77',
      inventoryListData: { inventory: [] },
    };
    await fc.assert(
      fc.asyncProperty(mixed, async (records) => {
        const renumbered = records.map((record) => ({
          ...record,
          assetId: 2_000_000_000 - Number(record['assetId']),
        }));
        const judged = partitionOf(await judgeRecords(records));
        const back = partitionOf(await judgeRecords([...renumbered, alone]))
          .filter(([id]) => id !== '1')
          .map((set) => set.map((id) => String(2_000_000_000 - Number(id))).sort());
        expect(back.sort()).toEqual(judged);
      }),
      { numRuns: 30 },
    );
  });

  it('lists nothing as redundant that is alive, a survivor, in conflict, or without a survivor', async () => {
    await fc.assert(
      fc.asyncProperty(mixed, async (records) => {
        const { judgement, records: index, shared } = await judgeRecords(records);
        const survivors = new Set(judgement.machines.map(({ keep }) => keep));
        for (const { keep, redundant } of judgement.machines) {
          for (const asset of redundant) {
            expect(keep).not.toBeNull();
            expect(index.alive[asset]).toBe(0);
            expect(survivors.has(asset)).toBe(false);
            expect(comesBackByItself(index, asset)).toBe(false);
            expect(evidenceOf(index, shared, asset, keep!).verdict).not.toBe('conflict');
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never outvotes a veto', async () => {
    await fc.assert(
      fc.asyncProperty(mixed, async (records) => {
        const { judgement, records: index, shared } = await judgeRecords(records);
        for (const { assets } of judgement.machines) {
          for (const a of assets)
            for (const b of assets)
              if (a !== b) expect(evidenceOf(index, shared, a, b).verdict).not.toBe('conflict');
        }
      }),
      { numRuns: 40 },
    );
  });

  it('names a look-alike by a value that all its assets have', async () => {
    const names = (text: string) => [text, text.split('.')[0]!];
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(mixed, async (records) => {
        const { judgement, records: index } = await judgeRecords(records);
        const { columns } = index.dataset;
        const valuesOf = (asset: number) => [
          ...[columns.assetName, columns.dnsName, columns.netbiosName, columns.fqdn].flatMap((column) =>
            names(textAt(column, asset).trim().toLowerCase().replace(/\.$/, '')),
          ),
          textAt(columns.address, asset),
          ...Array.from(macsAt(columns.macAddresses, asset), formatMac),
        ];
        for (const { assets, shares, value } of judgement.apart) {
          if (!['macAddress', 'dnsName', 'hostName', 'address'].includes(shares[0]!)) continue;
          const written = value.trim().toLowerCase().replace(/\.$/, '');
          const held = assets.every((asset) => {
            const own = valuesOf(asset);
            return names(written).some((name) => own.includes(name)) || index.inIpv6[asset] !== 0;
          });
          expect(held, `${value} of ${assets}`).toBe(true);
          checked++;
        }
      }),
      { numRuns: 60 },
    );
    expect(checked).toBeGreaterThan(0);
  });

  it('is never stronger without an identifier', async () => {
    for (const one of CASES.filter(({ truth, records }) => truth.decidable && records.length === 2)) {
      const whole = await judgeRecords(one.records);
      for (const identifier of MORE_IDENTIFIERS) {
        const identifiers = MORE_IDENTIFIERS.filter((other) => other !== identifier);
        const less = await judgeRecords(one.records, { ...DEFAULT_JUDGEMENT_SETTINGS, identifiers });
        const [before, after] = [whole, less].map((judged) =>
          evidenceOf(judged.records, judged.shared, 0, 1),
        );
        if (before!.verdict === 'conflict') continue;
        expect(after!.sum, `${one.title} without ${identifier}`).toBeLessThanOrEqual(before!.sum);
      }
    }
  });

  it('holds whatever many records share: one default name, one MAC address', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({
      assetId: i + 1,
      assetName: 'ie-switch',
      dnsName: 'ie-switch',
      address: `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`,
      networkInterfaceListData: { networkInterface: [{ macAddress: '8c:17:59:aa:00:01' }] },
    }));
    const { judgement } = await judgeRecords(many);
    expect(judgement.machines).toEqual([]);
    expect(
      judgement.apart.every(({ assets, more }) => assets.length <= 100 && assets.length + more === 3000),
    ).toBe(true);
  });
});

describe('the gate', () => {
  it('lets through what it should, and trips on each thing that it is there for', async () => {
    const one = CASES.find((found) => found.case === 1)!;
    const { records } = await judgeRecords(one.records);
    const agent = idOf(records.dataset, 0) === one.keep[0] ? 0 : 1;
    const scan = 1 - agent;
    const never = () => false;
    const input = { records, keep: agent, candidates: [0, 1], inConflict: never };
    expect(redundantOf(input)).toEqual([scan]);
    expect(redundantOf({ ...input, keep: null })).toEqual([]);
    expect(redundantOf({ ...input, keep: scan })).toEqual([]);
    expect(redundantOf({ ...input, inConflict: () => true })).toEqual([]);
    const passive = { ...records, kinds: records.kinds.map(() => 4) };
    expect(redundantOf({ ...input, records: passive })).toEqual([]);
  });
});

describe('the table of weights', () => {
  it('makes strong what one identifier of one machine proves, and likely what needs a look', () => {
    for (const id of ['agentId.same', 'cloudInstanceId.same', 'hardwareUuid.same', 'serial.same'] as const)
      expect(WEIGHTS[id].points).toBeGreaterThanOrEqual(STRONG_FROM);
    expect(WEIGHTS['macAddress.same'].points).toBeGreaterThanOrEqual(LIKELY_FROM);
    for (const veto of Object.values(VETOES)) expect(veto.points).toBe(0);
  });

  it('explains a pair as a text for a ticket', async () => {
    const one = CASES.find((found) => found.case === 28)!;
    const { records, shared } = await judgeRecords(one.records);
    const text = whyText(evidenceOf(records, shared, 0, 1));
    expect(text).toContain('are different machines');
    expect(text).toContain('veto  Different hardware UUIDs');
  });
});

function otherSpelling(record: Plain): Plain {
  const text = JSON.stringify(record)
    .replace(
      /("(?:assetName|dnsName|netbiosName)":)"([^"]*)"/g,
      (_, key: string, name: string) => `${key}"${swapCase(name)}"`,
    )
    .replace(
      /"([0-9a-f]{2}(?::[0-9a-f]{2}){5})"/gi,
      (_, mac: string) => `"${mac.replaceAll(':', '-').toUpperCase()}"`,
    )
    .replace(/("hwUUID":)"([^"]*)"/g, (_, key: string, uuid: string) => `${key}"${uuid.toLowerCase()}"`);
  return JSON.parse(text) as Plain;
}

function swapCase(name: string): string {
  return name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
}
