import type { AssetLine } from '../../../model/table';
import { isNumberColumn, type TableColumnId } from '../../../model/table-columns';
import { splitAtWords } from '../split-at-words';
import { isFixedWidth, matchedPieces, shownCell } from './cell-text';

/** The cells of one row element, made once and written again for whichever asset comes into sight. */
export interface AssetCells {
  /** Gives each column its place; the cells of these columns, in order. */
  arrange(columns: readonly TableColumnId[]): readonly HTMLElement[];
  /** Writes the cells of an asset; those that stay the same are not touched. */
  write(line: AssetLine, words: readonly string[]): void;
}

const NOTHING = '–';

/**
 * Makes the cells. By hand and not as components: a leap through 700,000 rows writes 500 cells, and with four
 * computations for each the page's thread was busy for 20 ms before it could lay them out; so it is 3.
 */
export function createAssetCells(): AssetCells {
  const made = new Map<TableColumnId, Cell>();
  let present: readonly Cell[] = [];
  return {
    arrange: (columns) => {
      present = columns.map((column, place) => {
        const cell = made.get(column) ?? new Cell(column);
        made.set(column, cell);
        cell.stand(place);
        return cell;
      });
      return present.map(({ element }) => element);
    },
    write: (line, words) => {
      for (const cell of present) cell.write(line, words);
    },
  };
}

class Cell {
  readonly element = document.createElement('div');
  private readonly text = document.createTextNode('');
  private isPlain = true;
  private isFixed = false;

  constructor(private readonly column: TableColumnId) {
    this.element.className = isNumberColumn(column) ? 'cell cell-number' : 'cell';
    this.element.setAttribute('role', 'gridcell');
    this.element.append(this.text);
  }

  stand(place: number): void {
    this.element.setAttribute('aria-colindex', String(place + 1));
    this.element.dataset['column'] = String(place);
  }

  write(line: AssetLine, words: readonly string[]): void {
    const isFixed = isFixedWidth(line, this.column);
    if (isFixed !== this.isFixed) this.element.classList.toggle('cell-fixed', isFixed);
    this.isFixed = isFixed;
    if (words.length > 0 || line.matched[this.column] !== undefined) this.writePieces(line, words);
    else this.writePlain(shownCell(line, this.column) || NOTHING);
  }

  private writePlain(text: string): void {
    if (this.text.data !== text) this.text.data = text;
    if (!this.isPlain) this.element.replaceChildren(this.text);
    this.isPlain = true;
  }

  /** The matched value in bold, and the searched words marked. */
  private writePieces(line: AssetLine, words: readonly string[]): void {
    const pieces = matchedPieces(line, this.column);
    const only = pieces.length === 1 ? pieces[0]! : null;
    if (pieces.length === 0) this.writePlain(NOTHING);
    else if (only !== null && !only.matched && splitAtWords(only.text, words).every(({ hit }) => !hit))
      this.writePlain(only.text);
    else {
      this.isPlain = false;
      this.element.replaceChildren(...pieces.map((piece) => pieceNode(piece, words)));
    }
  }
}

function pieceNode(piece: { text: string; matched: boolean }, words: readonly string[]): Node {
  const holder = piece.matched ? document.createElement('b') : document.createDocumentFragment();
  if (holder instanceof HTMLElement) holder.className = 'matched';
  for (const { text, hit } of splitAtWords(piece.text, words)) {
    if (!hit) holder.append(text);
    else {
      const mark = document.createElement('mark');
      mark.textContent = text;
      holder.append(mark);
    }
  }
  return holder;
}
