import { expect, it } from 'vitest';
import { reportFileName } from '../../../src/report/file-name';

const time = new Date(2026, 4, 5, 9, 7, 3).getTime();

it.each([
  [undefined, 'duplicate_assets_20260505_090703.xlsx'],
  [{ platform: 'EU2', userName: 'jane_d' }, 'duplicate_assets_EU2_jane_d_20260505_090703.xlsx'],
  [
    { platform: 'my.host:8443', userName: '../../etc/pässwd' },
    'duplicate_assets_my.host-8443_etc-p-sswd_20260505_090703.xlsx',
  ],
  [{ platform: 'US1', userName: '…' }, 'duplicate_assets_US1_20260505_090703.xlsx'],
])('names a report on data of %o', (gateway, expected) => {
  expect(reportFileName(gateway ? { gateway } : {}, time, 'xlsx')).toBe(expected);
});
