import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  SENSOR_CHANGES,
  SENSOR_PARTS,
  type SensorPlace,
} from '../../../src/features/sensor/page/state/place';
import { VERDICT_COLUMNS } from '../../../src/features/sensor/types/list';
import { SENSOR_CRITERIA, SENSOR_OUTCOMES, SENSOR_ROWS } from '../../../src/features/sensor/types/result';
import { RULE_IDS } from '../../../src/model/rule';
import { TABLE_COLUMN_IDS } from '../../../src/model/table';
import { formatView, parseView, SCREEN_IDS, START, type View } from '../../../src/ui/state/view';

const index = fc.integer({ min: 0, max: 4_000_000_000 });
/** A search that is well-formed: a lone surrogate cannot stand in an address. */
const words = fc.string({ unit: 'grapheme' });
const places: fc.Arbitrary<SensorPlace> = fc.record({
  part: fc.constantFrom(...SENSOR_PARTS),
  search: words,
  outcome: fc.option(fc.constantFrom(...SENSOR_OUTCOMES)),
  criterion: fc.option(fc.constantFrom(...SENSOR_CRITERIA)),
  row: fc.option(fc.constantFrom(...SENSOR_ROWS)),
  changed: fc.option(fc.constantFrom(...SENSOR_CHANGES)),
  sort: fc.option(fc.record({ column: fc.constantFrom(...VERDICT_COLUMNS), descending: fc.boolean() })),
  asset: fc.option(index),
  against: fc.option(index),
});
const views: fc.Arbitrary<View> = fc.record({
  screen: fc.constantFrom(...SCREEN_IDS),
  dataset: fc.option(fc.uuid()),
  search: words,
  rules: fc.option(
    fc.subarray([...RULE_IDS], { minLength: 1 }).map((rules) => RULE_IDS.filter((id) => rules.includes(id))),
  ),
  overlap: fc.option(fc.integer({ min: 0, max: 31 })),
  cluster: fc.option(index),
  sort: fc.option(fc.record({ column: fc.constantFrom(...TABLE_COLUMN_IDS), descending: fc.boolean() })),
  panel: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('asset' as const), asset: index, group: index }),
      fc.record({ kind: fc.constant('cluster' as const), cluster: index }),
    ),
  ),
  clusterSearch: words,
  clusterSort: fc.constantFrom('order' as const, 'assets' as const, 'groups' as const, 'newest' as const),
  sensor: places,
});

describe('the address of a view', () => {
  it('reads back as the same view', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect({ ...parseView(formatView(view)) }).toEqual({ ...view });
      }),
    );
  });

  it('never fails on an address from elsewhere', () => {
    fc.assert(fc.property(fc.string(), (hash) => SCREEN_IDS.includes(parseView(`#${hash}`).screen)));
  });

  it('leaves out what is at its start', () => {
    expect(formatView(START)).toBe('#/overview');
  });

  it('drops what it does not know', () => {
    expect(parseView('#/nowhere?sort=-constructor&fields=x.macAddress&overlap=32&asset=-1&group=2')).toEqual({
      ...START,
      rules: ['macAddress'],
    });
  });
});
