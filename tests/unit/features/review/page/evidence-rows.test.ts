import { describe, expect, it } from 'vitest';
import { evidenceRows } from '../../../../../src/features/review/page/state/evidence-rows';
import { evidence, pairOf } from './items';

describe('the table of evidence', () => {
  it('has a row for each kind, the most telling first, and marks each record', () => {
    const rows = evidenceRows('1', [
      pairOf('1', '2', 100, [
        evidence({}),
        evidence({ kind: 'hostName', weight: -15, values: ['a', 'b'], says: 'Different host names' }),
      ]),
      pairOf('3', '1', 0, [
        evidence({ veto: true, weight: 0, values: ['PF3', 'PF1'], says: 'Different serial numbers' }),
        evidence({ kind: 'macAddress', weight: 0, values: ['', ''], says: 'A filler' }),
      ]),
    ]);
    expect(rows.map(({ label }) => label)).toEqual(['Serial number', 'Host name', 'MAC address']);
    const [serial, name, mac] = rows;
    expect(serial!.first).toEqual(['PF1']);
    expect(serial!.cells.get('2')).toMatchObject({ mark: 'agrees', values: ['PF1'] });
    expect(serial!.cells.get('3')).toMatchObject({ mark: 'forbids', values: ['PF3'] });
    expect(name!.cells.get('2')).toMatchObject({ mark: 'speaks against', values: ['b'] });
    expect(name!.cells.has('3')).toBe(false);
    expect(mac!.cells.get('3')).toMatchObject({ mark: 'says nothing', values: [] });
  });

  it('is empty where nothing was weighed', () => {
    expect(evidenceRows('1', [])).toEqual([]);
  });
});
