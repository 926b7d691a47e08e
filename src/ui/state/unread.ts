import type { DatasetFile, DatasetHeader } from '../../model/dataset';

/** A file that gave no assets, and why. */
export interface UnreadFile {
  readonly name: string;
  readonly reason: string;
}

/** The importer's names, in `DatasetFile.format`, for files that nothing was taken from. */
const UNREAD: Readonly<Record<string, string>> = {
  'Not read': 'It could not be read.',
  'No assets': 'It holds no assets.',
};

/** The files of a dataset that gave nothing; `why` comes from the record that the importer skipped for each. */
export function unreadFiles(header: DatasetHeader): UnreadFile[] {
  return header.files.filter(isUnread).map(({ name, format }) => ({
    name,
    reason: header.skipped.find((skipped) => skipped.file === name)?.reason ?? UNREAD[format]!,
  }));
}

/** Whether the dataset is known to lack something that was in the files. */
export function isIncomplete(header: DatasetHeader): boolean {
  return header.unfinished !== undefined || header.files.some(isUnread);
}

function isUnread({ format }: DatasetFile): boolean {
  return Object.hasOwn(UNREAD, format);
}
