import type { FieldId } from './field';

/**
 * What a dataset's figures have to be read with. `incomplete`: assets or values are known to be missing.
 * `blind`: a rule could not look, since no asset has its field. `note`: how the file was read; nothing is missing.
 */
export type NoticeSeverity = 'incomplete' | 'blind' | 'note';

/** One kind for each cause, so that page, reports and tests need not read the sentences. */
export type NoticeKind =
  /** Reading or fetching ended early. */
  | 'unfinished'
  /** A file gave no asset, although it should have. */
  | 'unreadFile'
  /** A file among others that is no export at all, such as a note in an archive. */
  | 'otherFile'
  /** Records that could not become assets. */
  | 'skippedRecords'
  /** Records refused because their ID had lost digits. */
  | 'refusedIds'
  /** The last response says that there are further ones, and none is among the files. */
  | 'furtherPages'
  /** A response says how many records there are, and fewer came. */
  | 'fewerThanCounted'
  /** A response among the pages says that its request failed. */
  | 'failedResponse'
  /** The program that wrote the file replaced values by the name of their type, or cut them off. */
  | 'cutValues'
  /** Values that a kept record had but that could not be read. */
  | 'unreadableValues'
  /** No asset has the field that a rule compares. */
  | 'emptyField'
  /** Rows or records of one host were taken together. */
  | 'foldedRecords'
  /** A cell held several asset IDs. */
  | 'severalIds'
  /** Records with one asset ID are plainly different machines and were kept apart. */
  | 'separatedIds'
  /** Parts of the file that were left out as they are no assets and no identifiers. */
  | 'leftOut';

/** One thing that whoever reads the figures has to know; the page's headline and every report show it. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly severity: NoticeSeverity;
  /** One or two sentences: what is missing, from which file, and why, without the records' data. */
  readonly what: string;
  /** One sentence: what to do now. Absent where nothing is to be done. */
  readonly remedy?: string;
  /** How many records, values, files or assets it concerns; 0 where that is not known. */
  readonly count: number;
  /** The file, where it concerns one only. */
  readonly file?: string;
  /** The field, where it concerns one only. */
  readonly field?: FieldId;
}

const ORDER: readonly NoticeSeverity[] = ['incomplete', 'blind', 'note'];

/** The notices in the order in which they are shown: the most severe first, otherwise as they came. */
export function noticesBySeverity(notices: readonly Notice[]): readonly Notice[] {
  return ORDER.flatMap((severity) => notices.filter((notice) => notice.severity === severity));
}
