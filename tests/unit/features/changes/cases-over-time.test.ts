import { describe, expect, it } from 'vitest';
import { BACK, CHANGED, matchRecords, STILL } from '../../../../src/features/changes/compare/match';
import { causeOverTime } from '../../../../src/features/changes/compare/over-time';
import { causeOfChange, changedIn, relationOf } from '../../../../src/features/changes/compare/relation';
import { type Identities, readIdentities } from '../../../../src/identifiers/identity';
import { UNWATCHED } from '../../../../src/model/progress';
import { Slices } from '../../../../src/model/slices';
import { CASES, datasetOf, idOf, type MachineCase } from '../machines/read-cases';

const OVER_TIME = CASES.filter(({ group }) => group === 'over time');

/** The exports of a case, from the oldest to the newest. */
async function exportsOf(one: MachineCase) {
  const names = [...new Set(one.records.map(({ snapshot }) => snapshot!))].sort();
  return Promise.all(
    names.map((name) =>
      datasetOf(one.records.filter(({ snapshot }) => snapshot === name).map(({ record }) => record)),
    ),
  );
}

/** Each asset id through the exports; one that came back goes on under its new id. */
async function causeOf(one: MachineCase): Promise<string | null> {
  const datasets = await exportsOf(one);
  const identities = datasets.map(readIdentities);
  const last = identities.length - 1;
  const [a, b] = [last - 1, last] as const;
  const matches = await match(
    identities[a]!,
    identities[b]!,
    (i, j) => idOf(datasets[a]!, i) === idOf(datasets[b]!, j),
  );
  if (matches.kinds[0] === BACK)
    return relationOf(identities[a]!, 0, identities[b]!, 0).agentId > 0 ? 'agentReprovisioned' : null;
  return causeOverTime(identities.map((one) => ({ identities: one, asset: 0 })));
}

function match(a: Identities, b: Identities, sameId: (i: number, j: number) => boolean) {
  return matchRecords(a, b, sameId, new Slices(UNWATCHED));
}

describe('cases over time', () => {
  it('are those that the file of cases names', () => {
    expect(OVER_TIME.map((one) => one.case)).toEqual([72, 73, 76, 77]);
  });

  it.each(OVER_TIME.map((one) => [`${one.case} ${one.title}`, one] as const))('%s', async (_name, one) => {
    expect(await causeOf(one)).toBe(one.cause);
  });
});

const HARDWARE = {
  assetId: '1',
  assetName: 'LT-1',
  agentId: 'def19100-bf4b-589d-af82-d372871f1c11',
  hwUUID: '637E9334-3155-5023-BB40-D180236437BA',
  biosSerialNumber: '5CG07201KQ',
  networkInterfaceListData: { networkInterface: [{ macAddress: '8c:17:59:48:00:01' }] },
};
const OTHER = {
  hwUUID: '11251124-0049-5EEE-888F-0FAAB5E9836A',
  biosSerialNumber: '5CG07202KQ',
  networkInterfaceListData: { networkInterface: [{ macAddress: '8c:17:59:48:00:02' }] },
};
const AGENT = 'ad817ed8-21c8-59fa-b487-06de341c45cb';

describe('the cause of a change', () => {
  const changes: readonly (readonly [string, object, string])[] = [
    ['board replaced: the hardware UUID alone', { hwUUID: OTHER.hwUUID }, 'boardReplaced'],
    ['disk moved: all hardware, name and agent stay', OTHER, 'diskMoved'],
    ['another machine: all hardware and the name', { ...OTHER, assetName: 'LT-2' }, 'identityCollision'],
    ['renamed: the name alone', { assetName: 'LT-2' }, 'renamed'],
    ['agent installed again', { agentId: AGENT }, 'agentReinstalled'],
    ['set up anew: agent and name', { agentId: AGENT, assetName: 'LT-2' }, 'reimaged'],
    ['the serial, without the agent', { ...OTHER, agentId: null }, 'unclear'],
  ];
  it.each(changes)('%s', async (_name, change, cause) => {
    const [before, after] = await Promise.all(
      [HARDWARE, { ...HARDWARE, ...change }].map((one) => datasetOf([one])),
    );
    const relation = relationOf(readIdentities(before!), 0, readIdentities(after!), 0);
    expect(changedIn(relation)).not.toEqual([]);
    expect(causeOfChange(relation)).toBe(cause);
  });

  it('is none where only a dock was changed', async () => {
    const { networkInterfaceListData } = OTHER;
    const [before, after] = await Promise.all(
      [HARDWARE, { ...HARDWARE, networkInterfaceListData }].map((one) => datasetOf([one])),
    );
    const { kinds } = await match(readIdentities(before!), readIdentities(after!), () => true);
    expect([...kinds]).toEqual([STILL]);
  });

  it('is two machines in turn where the hardware goes and comes, even under one name', async () => {
    const datasets = await Promise.all(
      [HARDWARE, { ...HARDWARE, ...OTHER }, HARDWARE].map((one) => datasetOf([one])),
    );
    const sightings = datasets.map((dataset) => ({ identities: readIdentities(dataset), asset: 0 }));
    expect(causeOverTime(sightings.slice(0, 2))).toBe('diskMoved');
    expect(causeOverTime(sightings)).toBe('identityCollision');
    const { kinds } = await match(sightings[0]!.identities, sightings[1]!.identities, () => true);
    expect([...kinds]).toEqual([CHANGED]);
  });

  it('is no collision where a name goes and comes', async () => {
    const renamed = { ...HARDWARE, assetName: 'LT-2' };
    const datasets = await Promise.all([HARDWARE, renamed, HARDWARE].map((one) => datasetOf([one])));
    expect(causeOverTime(datasets.map((one) => ({ identities: readIdentities(one), asset: 0 })))).toBe(
      'renamed',
    );
  });
});
