import { columnName } from './column-name';
import type { SheetRow } from './sheet';
import { type CellLink, escapeXml } from './sheet-parts';

/** The name of a sheet's part in the file; "(2)" and so on where its rows go on. */
export function pieceName(sheet: string, piece: number): string {
  return piece === 0 ? sheet : `${sheet} (${piece + 1})`;
}

const encoder = new TextEncoder();

/** Gathers the links of a sheet's rows while these are written: the format wants them behind the rows. */
export class LinkWriter {
  private readonly chunks: Uint8Array[] = [];

  constructor(private readonly rowsInSheet: number) {}

  /** Takes the links of rows whose first one is the sheet's row `first`, counted from 1. */
  add(rows: readonly SheetRow[], first: number): void {
    let xml = '';
    rows.forEach(({ links = [] }, at) => {
      for (const link of links) xml += this.linkXml(link, first + at);
    });
    if (xml !== '') this.chunks.push(encoder.encode(xml));
  }

  /** `<hyperlinks>…</hyperlinks>`, nothing without links. */
  *written(): Generator<Uint8Array> {
    if (this.chunks.length === 0) return;
    yield encoder.encode('<hyperlinks>');
    yield* this.chunks;
    yield encoder.encode('</hyperlinks>');
  }

  private linkXml({ column, sheet, row, tip }: CellLink, from: number): string {
    const piece = row === null ? 0 : Math.floor(row / this.rowsInSheet);
    const place = row === null ? 'A1' : `A${2 + (row % this.rowsInSheet)}`;
    const location = `'${pieceName(sheet, piece).replaceAll("'", "''")}'!${place}`;
    return `<hyperlink ref="${columnName(column)}${from}" location="${escapeXml(location)}" tooltip="${escapeXml(tip)}"/>`;
  }
}
