import type { FileMapping } from '../../model/dataset';
import type { ImportOptions, MappingRequest } from '../../model/import-request';
import { type Trouble, TroubleError } from '../../model/outcome';
import type { Watch } from '../../model/progress';
import type { SheetPlan } from './plan';

/** What a table's reader needs besides its content and sink. */
export interface TableContext {
  readonly options: ImportOptions;
  readonly watch: Watch;
  /** Gets how many bytes of the content have been read, for the progress. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * What reading a table came to: its rows are in the sink and `mapping` says how they were read; or nothing was
 * read, because the person has to look at the columns first.
 */
export type TableReading =
  | {
      readonly kind: 'read';
      readonly mapping: FileMapping;
      /** Named only if it is not the usual one. */
      readonly encoding?: string;
    }
  | { readonly kind: 'mapping'; readonly request: MappingRequest };

/** The mapping as the dataset keeps it. */
export function fileMapping({ signature, headers, mapping }: SheetPlan): FileMapping {
  return { signature, headers, columns: mapping };
}

/** A failure of a table, with the file's name. */
export function tableTrouble(file: string, code: string, what: string, remedy: string): TroubleError {
  const trouble: Trouble = { code, what, remedy, where: { file } };
  return new TroubleError(trouble);
}
