import type { DatasetFile, DatasetHeader } from '../../model/dataset';

/** A file that did not give all its assets, and why with what to do now. */
export interface UnreadFile {
  readonly name: string;
  readonly reason: string;
}

/** The files of a dataset that were not read, or not whole. An export that is whole but empty is none of them. */
export function unreadFiles(header: DatasetHeader): UnreadFile[] {
  return header.files.filter(isUnread).map(({ name, trouble }) => ({
    name,
    reason: trouble === undefined ? 'It could not be read.' : `${trouble.what} ${trouble.remedy}`,
  }));
}

/** Those of them that the dataset's own reason does not tell of: it tells of one, by its name or in its words. */
export function unreadBeside(header: DatasetHeader): UnreadFile[] {
  const told = header.unfinished?.reason ?? '';
  return unreadFiles(header).filter(
    ({ name, reason }) => !told.includes(`“${name}”`) && !told.includes(reason),
  );
}

/** Whether the dataset is known to lack something that was in the files. */
export function isIncomplete(header: DatasetHeader): boolean {
  return header.unfinished !== undefined || header.files.some(isUnread);
}

/** `Not read` is the importer's name for such a file; datasets that were kept before have no `trouble`. */
function isUnread({ format, trouble }: DatasetFile): boolean {
  return format === 'Not read' || trouble !== undefined;
}
