/**
 * Keeps of a worksheet's XML only the cells. All else is of no use here, and some of it does harm: SheetJS makes
 * a cell for every place that a hyperlink covers, so that one link over a whole sheet, 80 bytes long, ends the
 * worker for want of memory.
 */
export function onlyCells(xml: Uint8Array): Uint8Array {
  const root = tagAt(xml, 'worksheet', 0);
  const cells = root === null ? null : tagAt(xml, 'sheetData', root.end);
  if (root === null || cells === null) return new TextEncoder().encode('<worksheet></worksheet>');
  // The first end counts: SheetJS takes the last one, which may stand in a comment behind the links.
  const close = cells.empty ? cells.end : endOf(xml, 'sheetData', cells.end);
  const tail = new TextEncoder().encode(`</${root.name}>`);
  const kept = new Uint8Array(root.end - root.start + (close - cells.start) + tail.length);
  kept.set(xml.subarray(root.start, root.end));
  kept.set(xml.subarray(cells.start, close), root.end - root.start);
  kept.set(tail, kept.length - tail.length);
  return kept;
}

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
/** Longer tags than this are none; a worksheet's root declares a dozen namespaces. */
const LONGEST_TAG = 1 << 16;

interface Tag {
  readonly start: number;
  readonly end: number;
  /** With its prefix: `x:worksheet`. */
  readonly name: string;
  readonly empty: boolean;
}

/** The first opening tag of that local name from `from` on. */
function tagAt(xml: Uint8Array, local: string, from: number): Tag | null {
  for (let start = xml.indexOf(LESS, from); start >= 0; start = xml.indexOf(LESS, start + 1)) {
    const name = nameAt(xml, start + 1);
    if (name !== local && !name.endsWith(`:${local}`)) continue;
    const end = xml.indexOf(GREATER, start) + 1;
    if (end === 0 || end - start > LONGEST_TAG) return null;
    return { start, end, name, empty: xml[end - 2] === SLASH };
  }
  return null;
}

/** Where the first closing tag of that name ends; the end of the bytes if there is none. */
function endOf(xml: Uint8Array, local: string, from: number): number {
  // Looks for slashes behind `<`: closing tags are fewer than characters, and names are read only there.
  for (let slash = xml.indexOf(SLASH, from); slash >= 0; slash = xml.indexOf(SLASH, slash + 1)) {
    if (xml[slash - 1] !== LESS || !mayBeName(xml, slash + 1)) continue;
    const name = nameAt(xml, slash + 1);
    if (name !== local && !name.endsWith(`:${local}`)) continue;
    const end = xml.indexOf(GREATER, slash) + 1;
    return end === 0 ? xml.length : end;
  }
  return xml.length;
}

/** Cheap look before a name is made: `c`, `v`, `t`, `row` and `is` close by the million. */
function mayBeName(xml: Uint8Array, at: number): boolean {
  return xml[at + 1] !== GREATER && xml[at + 2] !== GREATER && xml[at + 3] !== GREATER;
}

function nameAt(xml: Uint8Array, from: number): string {
  let name = '';
  for (let at = from; at < from + 40; at++) {
    const byte = xml[at];
    if (byte === undefined || byte <= 32 || byte === GREATER || byte === SLASH) break;
    name += String.fromCharCode(byte);
  }
  return name;
}

/** Cells that links may cover in a workbook of the binary kinds, all together; real ones link single cells. */
const MOST_LINKED_CELLS = 2_000_000;

/** Whether the links of a binary worksheet (.xlsb, MS-XLSB 2.1.4: record type and size as varints) cover too much. */
export function linksTooMuchXlsb(bin: Uint8Array): boolean {
  const view = new DataView(bin.buffer, bin.byteOffset, bin.byteLength);
  let covered = 0;
  for (let at = 0; at < bin.length; ) {
    const type = varint(bin, at, 2);
    const size = varint(bin, type.next, 4);
    at = size.next + size.value;
    const isLink = type.value === 0x01ee && size.next + 16 <= bin.length;
    if (!isLink) continue;
    const word = (i: number) => view.getUint32(size.next + i * 4, true);
    covered += area(word(0), word(1), word(2), word(3));
  }
  return covered > MOST_LINKED_CELLS;
}

/** The same for a BIFF stream (.xls, MS-XLS 2.1.4: record type and size as two bytes each). */
export function linksTooMuchXls(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let covered = 0;
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 0x01b8 || at + 12 > stream.length) continue;
    const word = (i: number) => view.getUint16(at + 4 + i * 2, true);
    covered += area(word(0), word(1), word(2), word(3));
  }
  return covered > MOST_LINKED_CELLS;
}

function area(firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): number {
  return Math.max(0, lastRow - firstRow + 1) * Math.max(0, lastColumn - firstColumn + 1);
}

function varint(bytes: Uint8Array, at: number, most: number): { value: number; next: number } {
  let value = 0;
  for (let i = 0; i < most; i++) {
    const byte = bytes[at + i] ?? 0;
    value += (byte & 127) * 2 ** (7 * i);
    if (byte < 128) return { value, next: at + i + 1 };
  }
  return { value, next: at + most };
}
