import type { FileMapping } from '../../model/dataset';
import type { MappingRequest } from '../../model/import-request';
import type { DatasetBuilder } from '../builder';
import type { Content } from '../containers/content';
import type { JsonShape } from '../json/json-account';
import type { TableContext } from '../tables/table-reading';

/** What reading one content came to. */
export type Reading =
  | {
      readonly kind: 'read';
      /** What it was, in words. */
      readonly format: string;
      readonly mapping: FileMapping | null;
      /** What its responses and records said of what is missing. */
      readonly shape?: JsonShape;
    }
  | { readonly kind: 'mapping'; readonly request: MappingRequest };

/** A content that a format has recognised, ready to be read. */
export type Recognised = (builder: DatasetBuilder, context: TableContext) => Promise<Reading>;

/** A kind of file that can be imported. */
export interface Format {
  /** Looks at the content's first bytes; `null`: it is of another format. Throws a `TroubleError` if it is of no use. */
  recognise(content: Content): Recognised | null;
}
