import type { ReportFacts } from '../facts';
import type { Sheet, SheetRow } from './sheet';

/** What a sheet holds, for the list of contents. */
export interface Listed {
  readonly sheet: Sheet;
  readonly what: string;
}

const HOW_TO_READ: readonly (readonly [string, string])[] = [
  [
    'Groups',
    'Assets that share one value of one field. Each pair of assets is counted once, under the first field that shows it; an asset in several groups has a row in each.',
  ],
  [
    'Colours',
    'Blue and peach alternate from group to group. The number of the group stands in its column too.',
  ],
  ['Clusters', 'Assets that groups join, directly or through others.'],
  ['Times', 'In UTC.'],
  ['Caution', 'Potential duplicates: look before anything is deleted. The report changes nothing in Qualys.'],
];

/** The sheet Contents: which sheets there are, with links, and how to read them. */
export function contentsSheet(listed: readonly Listed[], { header, redaction }: ReportFacts): Sheet {
  const rows: SheetRow[] = [
    ...listed.map(({ sheet, what }): SheetRow => {
      const link = { column: 0, sheet: sheet.name, row: null, tip: `To the sheet ${sheet.name}` };
      return { cells: [sheet.name, sheet.rowCount, what], look: 'link', links: [link] };
    }),
    { cells: [], look: 'plain' },
    { cells: ['How to read it'], look: 'section' },
    { cells: ['Dataset', null, header.name], look: 'plain' },
    ...(redaction
      ? [
          {
            cells: ['Redacted copy', null, 'Values are pseudonyms; see the sheet Summary.'],
            look: 'plain',
          } as const,
        ]
      : []),
    ...HOW_TO_READ.map(([what, text]): SheetRow => ({ cells: [what, null, text], look: 'plain' })),
  ];
  return {
    name: 'Contents',
    filter: false,
    columns: [
      { header: 'Sheet', width: 26 },
      { header: 'Rows', width: 10 },
      { header: 'What it holds', width: 50, wrap: true },
    ],
    rowCount: rows.length,
    rows: () => rows,
  };
}
