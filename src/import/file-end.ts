import type { FileKeys, FileMapping, FileTrouble } from '../model/dataset';

/** How the open file was read: a table's columns, or the records' keys; why it gave no asset. */
export interface FileEnd {
  readonly mapping?: FileMapping | null;
  readonly keys?: FileKeys | undefined;
  readonly trouble?: FileTrouble;
}
