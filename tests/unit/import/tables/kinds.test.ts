import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { macDigits, macsAt, textAt, textsAt, timeAt } from '../../../../src/model/columns';
import { readAsConfirmed, refusalOf } from './read-case';

const HEADER = 'Asset ID,Asset Name,IP Address,MAC Address';
const ROWS = [
  '700100001,ORION-01,10.20.0.11,02:16:3e:10:00:11',
  '700100002,LYRA-07,10.20.0.12,02:16:3e:10:00:12',
];
const TABLE = [HEADER, ...ROWS].join('\n');

/** The ids, names, addresses and MACs of the assets of a table. */
async function read(text: string | Uint8Array<ArrayBuffer>) {
  const { dataset, said, asked } = await readAsConfirmed(text);
  const { columns } = dataset;
  const assets = Array.from({ length: dataset.size }, (_, asset) =>
    [
      textAt(columns.assetId, asset),
      textAt(columns.assetName, asset),
      textAt(columns.address, asset),
      Array.from(macsAt(columns.macAddresses, asset), macDigits).join(' '),
    ].join('|'),
  );
  return { assets, said, asked, columns, skipped: dataset.header.skipped };
}

const BOTH = ['700100001|ORION-01|10.20.0.11|02163e100011', '700100002|LYRA-07|10.20.0.12|02163e100012'];
const withCells = (change: (cells: string[]) => string[]) =>
  [HEADER, ...ROWS.map((row) => change(row.split(',')).join(','))].join('\n');

describe('a table of assets', () => {
  const forms: Record<string, string> = {
    'each line quoted as one cell without quotes inside': [HEADER, ...ROWS]
      .map((row) => `"${row}"`)
      .join('\n'),
    'a line quoted as one cell, with empty cells behind it': [HEADER, ...ROWS]
      .map((row) => `"${row}",,`)
      .join('\n'),
    'a summary of 5,000 rows before it': `QID,Title\n${Array.from({ length: 5000 }, (_, i) => `${i},t`).join('\n')}\n\n${TABLE}`,
    'another table behind it': `${TABLE}\n\nOS,Count\nDebian,3\nWindows,4\n`,
    'its header once more in the middle': [HEADER, ROWS[0], HEADER, ROWS[1]].join('\n'),
    'ids with commas between thousands': withCells(([id, ...rest]) => [
      `"${id!.replace(/(\d{3})(?=\d)/g, '$1,')}"`,
      ...rest,
    ]),
    'ids with decimals': withCells(([id, ...rest]) => [`${id}.0`, ...rest]),
    'quotes of a script around each cell': withCells((cells) => cells.map((cell) => `'${cell}'`)),
    'typographic apostrophes before each cell': withCells((cells) => cells.map((cell) => `’${cell}`)),
    'formulas that keep text text': withCells((cells) => cells.map((cell) => `"=""${cell}"""`)),
    'addresses with the length of their network': withCells(([id, name, ip, mac]) => [
      id!,
      name!,
      `${ip}/24`,
      mac!,
    ]),
    'an adapter beside each address': withCells(([id, name, ip, mac]) => [
      id!,
      name!,
      `fe80::1%eth0 / ${ip} (eth0)`,
      `${mac} (eth0)`,
    ]),
    'lists as JSON': withCells(([id, name, ip, mac]) => [id!, name!, `"[""${ip}""]"`, `"[""${mac}""]"`]),
    'a set as Python': withCells(([id, name, ip, mac]) => [id!, name!, `['${ip}']`, `{'${mac}'}`]),
    'objects as PowerShell': withCells(([id, name, ip, mac]) => [
      id!,
      name!,
      ip!,
      `@{macAddress=${mac}; interfaceName=} @{macAddress=}`,
    ]),
    'totals where the ids stand': `${TABLE}\nTotal,2,,\n`,
  };
  for (const [name, text] of Object.entries(forms)) {
    it(`is read with ${name}`, async () => {
      const { assets, said } = await read(text);
      expect(assets).toEqual(BOTH);
      expect(said).not.toMatch(/skipped|could not be read|missing|refused/i);
    });
  }
});

describe('a workbook', () => {
  it('is read where a summary of 5,000 rows stands above its assets', async () => {
    const summary = Array.from({ length: 5000 }, (_, i) => [String(i), 'finding']);
    const sheet = utils.aoa_to_sheet([
      ['QID', 'Title'],
      ...summary,
      [],
      ...TABLE.split('\n').map((row) => row.split(',')),
    ]);
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Assets');
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    expect((await read(bytes)).assets).toEqual(BOTH);
  });
});

describe('columns without a telling name', () => {
  const rows = ROWS.map((row) => `${row},host.corp.example.com`);
  it('are suggested by what their cells hold, and asked about', async () => {
    const { assets, asked } = await read(['Key,Box,Where,Plug,Domain', ...rows].join('\n'));
    expect(asked?.suggested).toEqual(['assetId', 'assetName', 'address', 'macAddresses', null]);
    expect(assets).toEqual(BOTH);
  });

  it('that hold MACs of twelve digits are asked about beside a certain mapping', async () => {
    const { assets, asked } = await read(
      [
        'Asset ID,Asset Name,IP Address,Plug',
        ...ROWS.map((row) => row.replaceAll(':', '').replace('02163e10', '02163E1A')),
      ].join('\n'),
    );
    expect(asked?.suggested[3]).toBe('macAddresses');
    expect(assets[0]).toBe('700100001|ORION-01|10.20.0.11|02163e1a0011');
  });

  it('are not taken for an identifier where they tell of something else', async () => {
    const { asked } = await read(
      [
        'Asset ID,Asset Name,IP Address,Gateway,DNS server,Location',
        ...ROWS.map((row) => `${row.split(',').slice(0, 3).join(',')},10.0.0.1,10.0.0.2,MUC-01`),
      ].join('\n'),
    );
    expect(asked).toBeNull();
  });

  it('called host that hold addresses are addresses', async () => {
    const { columns } = await read(
      'Host,DNS Name,MAC Address\n10.0.0.1,a.example.com,02:16:3e:10:00:11\n10.0.0.2,b.example.com,02:16:3e:10:00:12\n',
    );
    expect(textAt(columns.address, 0)).toBe('10.0.0.1');
    expect(textAt(columns.assetName, 0)).toBe('');
  });
});

describe('cells', () => {
  it('with the first IPv4 beside IPv6 keep the others as interface addresses', async () => {
    const { columns } = await read(`${HEADER}\n1,a,"fe80::1, 10.0.0.1; 10.0.0.2",\n2,b,10.0.0.3,\n`);
    expect(textAt(columns.address, 0)).toBe('10.0.0.1');
    expect(textsAt(columns.interfaceAddresses, 0)).toEqual(['fe80::1', '10.0.0.2']);
  });

  it.each([
    ['a power of ten', '7.001E+11'],
    ['a power of ten with a comma', '"7,001E+11"'],
    ['number signs of a narrow column', '########'],
  ])('with %s for an id refuse their record alone', async (_, id) => {
    const { assets, said, skipped } = await read(`${TABLE}\n${id},VEGA,10.20.0.14,02:16:3e:10:00:14\n`);
    expect(assets).toEqual(BOTH);
    expect(skipped.map(({ record }) => record)).toEqual([3]);
    expect(said).toMatch(/1 row is refused.*Import the original export/);
  });

  it.each([
    '700100001\n700100009',
    '700100001, 700100009',
    '700100001 / 700100009',
    '["700100001", "700100009"]',
  ])('with several ids are the first one’s asset, and it is said: %s', async (ids) => {
    const cell = `"${ids.replaceAll('"', '""')}"`;
    const { assets, said } = await read(
      `${HEADER}\n${cell},ORION-01,10.20.0.11,02:16:3e:10:00:11\n${ROWS[1]}\n`,
    );
    expect(assets).toEqual(BOTH);
    expect(said).toMatch(/1 cell held several asset IDs/);
  });

  it.each(['N/A', '-', "'-", '—', '#N/A', 'not available', '(null)', 'unbekannt', '#REF!'])(
    'with %s hold no address and no MAC, and nothing is said of them',
    async (nothing) => {
      const { assets, said } = await read(
        `${HEADER}\n1,a,${nothing},${nothing}\n2,b,10.0.0.2,02:16:3e:10:00:12\n`,
      );
      expect(assets[0]).toBe('1|a||');
      expect(said).not.toMatch(/could not be read/);
    },
  );

  it.each([
    ['System.Object[]', /ConvertTo-Json -Depth 10/],
    ['System.Collections.Hashtable', /ConvertTo-Json -Depth 10/],
    ['@{networkInterface=System.Object[]}', /ConvertTo-Json -Depth 10/],
    ['[object Object]', /as JSON/],
  ])('with %s for the interfaces are told, with the way out', async (cell, remedy) => {
    const { said } = await read(
      `assetId,assetName,address,networkInterface\n1,a,10.0.0.1,${cell}\n2,b,10.0.0.2,${cell}\n`,
    );
    expect(said).toMatch(/MAC addresses of 2 rows are missing/);
    expect(said).toMatch(remedy);
  });
});

describe('dates of a table', () => {
  const at = (...parts: Parameters<typeof Date.UTC>) => Date.UTC(...parts);
  const cases: readonly (readonly [header: string, cells: readonly string[], times: readonly number[]])[] = [
    [
      'Last Seen',
      ['11/03/2026 2:05 PM', '11/13/2026 14:05'],
      [at(2026, 10, 3, 14, 5), at(2026, 10, 13, 14, 5)],
    ],
    [
      'Last Seen',
      ['03/11/2026 2:05 PM', '13/11/2026 14:05'],
      [at(2026, 10, 3, 14, 5), at(2026, 10, 13, 14, 5)],
    ],
    ['Dernière connexion', ['03/11/2026 14:05', '04/11/2026'], [at(2026, 10, 3, 14, 5), at(2026, 10, 4)]],
    ['Laatst gezien', ['03-11-2026', '04-11-26 7:05'], [at(2026, 10, 3), at(2026, 10, 4, 7, 5)]],
    [
      'Zuletzt gesehen',
      ['3. November 2026 14.05 Uhr', '04.11.26'],
      [at(2026, 10, 3, 14, 5), at(2026, 10, 4)],
    ],
    [
      'Last Seen',
      ['Nov 02, 2026 10:12 AM GMT+3', '02 Nov 2026 10:12AM GMT-0500'],
      [at(2026, 10, 2, 7, 12), at(2026, 10, 2, 15, 12)],
    ],
    [
      'Last Seen',
      ['Nov 02, 2026 10:12 AM EST', 'Tue Nov 03 07:00:00 UTC 2026'],
      [at(2026, 10, 2, 15, 12), at(2026, 10, 3, 7)],
    ],
    ['Last Seen', ['/Date(1793347200000)/', '1793347200'], [1_793_347_200_000, 1_793_347_200_000]],
    ['Last Seen', ['46329.5', '"46329,5"'], [at(2026, 10, 3, 12), at(2026, 10, 3, 12)]],
    ['Last Seen', ['20261103', '20261103140500'], [at(2026, 10, 3), at(2026, 10, 3, 14, 5)]],
    ['Última atividade', ['3 de novembro de 2026', '04-Nov-26'], [at(2026, 10, 3), at(2026, 10, 4)]],
  ];
  it.each(cases)('%s: %s', async (header, cells, times) => {
    const rows = cells.map((cell, at) => `${ROWS[at]},"${cell.replaceAll('"', '')}"`);
    const { columns, said } = await read([`${HEADER},${header}`, ...rows].join('\n'));
    expect(times.map((_, asset) => timeAt(columns.lastModified, asset))).toEqual(times);
    expect(said).not.toMatch(/could not be read/);
  });
});

describe('the order of day and month', () => {
  it('is that of the column, also where the first date that shows it stands far down', async () => {
    const rows = Array.from(
      { length: 5000 },
      (_, i) => `${700_100_000 + i},H-${i},10.0.0.1,03/11/2026,2026-11-01`,
    );
    const table = [
      `${HEADER.replace('MAC Address', 'Last Seen')},Created`,
      ...rows,
      '1,x,10.0.0.1,25/11/2026,2026-11-01',
    ];
    const { columns } = await read(table.join('\n'));
    expect(timeAt(columns.lastModified, 0)).toBe(Date.UTC(2026, 10, 3));
    expect(timeAt(columns.lastModified, 5000)).toBe(Date.UTC(2026, 10, 25));
  });

  it('is that of the table’s other columns where a column does not show it', async () => {
    const { columns } = await read(
      'Asset ID,Asset Name,IP Address,Last Seen,Created\n1,a,10.0.0.1,03/11/2026,25/01/2026\n2,b,10.0.0.2,04/11/2026,01/02/2026\n',
    );
    expect(timeAt(columns.lastModified, 0)).toBe(Date.UTC(2026, 10, 3));
  });
});

describe('rows of findings without ids', () => {
  it('are one asset for each host, and it is said', async () => {
    const { assets, said } = await read(
      'IP,Network,DNS,NetBIOS,QID,Title\n10.0.0.1,Net,a.example.com,A,1,x\n10.0.0.1,Net,a.example.com,A,2,y\n10.0.0.1,Other,a.example.com,A,1,x\n10.0.0.2,Net,b.example.com,B,1,x\n',
    );
    expect(assets.length).toBe(3);
    expect(said).toMatch(/1 row of a host that an earlier row describes/);
  });
});

describe('a table of which no id is left', () => {
  it('is refused with the reason and the way out', async () => {
    const text = withCells(([, ...rest]) => ['7.001E+11', ...rest]);
    const refusal = await refusalOf(readAsConfirmed(text));
    expect(refusal).toMatch(/powers of ten/);
    expect(refusal).toMatch(/original|as text/);
  });
});
