import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLUSTERS } from '../../../src/features/duplicates/page/clusters/address';
import {
  SENSOR_ADDRESS,
  SENSOR_CHANGES,
  SENSOR_PARTS,
  toSensorPlace,
} from '../../../src/features/sensor/page/state/place';
import { SENSOR_DISAGREEMENTS, VERDICT_COLUMNS } from '../../../src/features/sensor/types/list';
import { SENSOR_CRITERIA, SENSOR_OUTCOMES, SENSOR_ROWS } from '../../../src/features/sensor/types/result';
import { RULE_IDS } from '../../../src/model/rule';
import { TABLE_COLUMN_IDS } from '../../../src/model/table';
import {
  type Address,
  createAddressPart,
  DATASET,
  indexParameter,
  optionParameter,
  textParameter,
  toScreen,
  toStart,
} from '../../../src/ui/state/address';
import { createAddressBook, formatAddress, parseAddress } from '../../../src/ui/state/address-text';
import { closePanel, PANEL, showPanel, TABLE, toTable } from '../../../src/ui/state/table-address';

const SCREENS = ['overview', 'duplicates', 'clusters', 'sensor', 'gateway', 'datasets', 'help'];
const BOOK = createAddressBook(SCREENS, [DATASET, TABLE, PANEL, CLUSTERS, SENSOR_ADDRESS]);
const read = (hash: string) => parseAddress(hash, BOOK);
const write = (address: Address) => formatAddress(address, BOOK);
const START = read('');

const index = fc.integer({ min: 0, max: 4_000_000_000 });
/** A search that is well-formed: a lone surrogate cannot stand in an address. */
const words = fc.string({ unit: 'grapheme' });
const places = fc.record({
  part: fc.constantFrom(...SENSOR_PARTS),
  search: words,
  outcome: fc.option(fc.constantFrom(...SENSOR_OUTCOMES)),
  criterion: fc.option(fc.constantFrom(...SENSOR_CRITERIA)),
  row: fc.option(fc.constantFrom(...SENSOR_ROWS)),
  changed: fc.option(fc.constantFrom(...SENSOR_CHANGES)),
  judged: fc.option(fc.constantFrom(...SENSOR_DISAGREEMENTS)),
  sort: fc.option(fc.record({ column: fc.constantFrom(...VERDICT_COLUMNS), descending: fc.boolean() })),
  asset: fc.option(index),
  against: fc.option(index),
});
const views = fc.record({
  screen: fc.constantFrom(...SCREENS),
  dataset: fc.option(fc.uuid()),
  table: fc.record({
    search: words,
    rules: fc.option(
      fc
        .subarray([...RULE_IDS], { minLength: 1 })
        .map((rules) => RULE_IDS.filter((id) => rules.includes(id))),
    ),
    overlap: fc.option(fc.integer({ min: 0, max: 2 ** RULE_IDS.length - 1 })),
    cluster: fc.option(index),
    group: fc.option(index),
    matching: fc.option(fc.constantFrom(...RULE_IDS)),
    together: fc.boolean(),
    sort: fc.option(fc.record({ column: fc.constantFrom(...TABLE_COLUMN_IDS), descending: fc.boolean() })),
  }),
  panel: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('asset' as const), asset: index, group: index }),
      fc.record({ kind: fc.constant('cluster' as const), cluster: index }),
    ),
  ),
  clusters: fc.record({
    search: words,
    sort: fc.constantFrom('order' as const, 'assets' as const, 'groups' as const, 'newest' as const),
    by: fc.constantFrom('any' as const, 'several' as const),
  }),
  sensor: places,
});

describe('the address of what is shown', () => {
  it('reads back as the same values in every part', () => {
    fc.assert(
      fc.property(views, ({ screen, dataset, table, panel, clusters, sensor }) => {
        const steps = [
          toScreen(screen),
          DATASET.with({ id: dataset }),
          TABLE.with(table),
          PANEL.with({ view: panel }),
          CLUSTERS.with(clusters),
          SENSOR_ADDRESS.with(sensor),
        ];
        const address = read(write(steps.reduce((before, step) => step(before), START)));
        expect(address.screen).toBe(screen);
        expect(DATASET.of(address).id).toBe(dataset === '' ? null : dataset);
        expect(TABLE.of(address)).toEqual(table);
        expect(PANEL.of(address).view).toEqual(panel);
        expect(CLUSTERS.of(address)).toEqual(clusters);
        expect(SENSOR_ADDRESS.of(address)).toEqual(sensor);
      }),
    );
  });

  it('is the same text once it was read and written', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = write(read(`#${text}`));
        expect(write(read(once))).toBe(once);
      }),
    );
  });

  it('never fails on an address from elsewhere', () => {
    fc.assert(fc.property(fc.string(), (hash) => SCREENS.includes(read(`#${hash}`).screen)));
  });

  it('leaves out what is at its start', () => {
    expect(write(START)).toBe('#/overview');
    expect(write(toStart(read('#/help?search=a')))).toBe('#/overview');
  });

  it('drops a screen, parameters and values that it does not know', () => {
    const hash = '#/nowhere?sort=-constructor&fields=x.macAddress&overlap=32&asset=-1&group=2&colour=red';
    expect(write(read(hash))).toBe('#/overview?fields=macAddress');
  });

  it('takes the first of a parameter that stands twice', () => {
    expect(TABLE.of(read('#/duplicates?search=a&search=b')).search).toBe('a');
  });

  it.each([
    '#/overview?dataset=5f0c',
    '#/duplicates?dataset=5f0c&search=lon+ws&fields=assetName.macAddress&overlap=9&cluster=3&sort=-lastActivity&asset=7&group=2',
    '#/clusters?dataset=5f0c&panel-cluster=4&find=lon&order=assets',
    '#/sensor?dataset=5f0c&part=verdicts&words=printer&verdict=merges&criterion=macAddress&row=R4&changed=more&by=-criterion&passive=12&against=3',
    '#/gateway',
    '#/datasets?dataset=5f0c',
  ])('keeps the bookmark %s', (bookmark) => {
    expect(write(read(bookmark))).toBe(bookmark);
  });
});

describe('a part of the address', () => {
  it('changes its own parameters and leaves the others', () => {
    const address = read('#/sensor?dataset=5f0c&search=a&cluster=3&part=verdicts&row=R4');
    expect(write(TABLE.with({ cluster: null })(address))).toBe(
      '#/sensor?dataset=5f0c&search=a&part=verdicts&row=R4',
    );
    expect(write(toSensorPlace({ part: 'settings' })(address))).toBe(
      '#/sensor?dataset=5f0c&search=a&cluster=3&part=settings',
    );
  });

  it('reads an address once', () => {
    let reads = 0;
    const part = createAddressPart({
      counted: { names: ['n'], start: 0, read: () => ++reads, write: () => ({ n: 1 }) },
    });
    expect([part.of(START), part.of(START), part.of({ ...START })]).toEqual([
      { counted: 1 },
      { counted: 1 },
      { counted: 2 },
    ]);
  });

  it('has one name for each parameter among all features', () => {
    const other = createAddressPart({ search: textParameter('search') });
    expect(() => createAddressBook(SCREENS, [TABLE, other])).toThrow('“search”');
    expect(() => createAddressBook(['help', 'help'], [])).toThrow('“help”');
  });

  it('leaves the first of several options out', () => {
    const part = createAddressPart({ order: optionParameter('order', ['first', 'second']) });
    const book = createAddressBook(['a'], [part]);
    expect(formatAddress(part.with({ order: 'first' })(START), book)).toBe('#/a');
    expect(formatAddress(part.with({ order: 'second' })(START), book)).toBe('#/a?order=second');
  });

  it.each(['', '-1', '1.5', '1e3', ' 1', '12345678901', '33', 'NaN'])('takes “%s” for no index', (text) => {
    const part = createAddressPart({ at: indexParameter('at', 32) });
    expect(part.of({ screen: '', parameters: new Map([['at', text]]) }).at).toBeNull();
  });
});

describe('the way to the table', () => {
  it('drops filters and panel of before and keeps the order', () => {
    const before = read(
      '#/clusters?dataset=5f0c&search=a&fields=macAddress&cluster=1&sort=group&panel-cluster=2',
    );
    expect(write(toTable({ overlap: 3 })(before))).toBe('#/duplicates?dataset=5f0c&overlap=3&sort=group');
  });

  it('opens and closes the panel without another change', () => {
    const opened = showPanel({ kind: 'asset', asset: 7, group: 2 })(read('#/duplicates?search=a'));
    expect(write(opened)).toBe('#/duplicates?search=a&asset=7&group=2');
    expect(write(showPanel({ kind: 'cluster', cluster: 1 })(opened))).toBe(
      '#/duplicates?search=a&panel-cluster=1',
    );
    expect(write(closePanel(opened))).toBe('#/duplicates?search=a');
  });
});
