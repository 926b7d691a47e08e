import type { DatasetFile, DatasetHeader } from '../model/dataset';
import { type Notice, noticesBySeverity } from '../model/notice';

/**
 * What the dataset's figures have to be read with, the most severe first. Datasets stored by version 0.1.0 have no
 * notices of their own; theirs are made from what their header says of its files.
 */
export function noticesOf(header: DatasetHeader): readonly Notice[] {
  return noticesBySeverity(header.notices ?? [...unfinishedNotice(header), ...unreadNotices(header)]);
}

/** Whether the dataset is known to lack something that was in the files. */
export function isIncomplete(header: DatasetHeader): boolean {
  return noticesOf(header).some(({ severity }) => severity === 'incomplete');
}

function unfinishedNotice({ unfinished, origin }: DatasetHeader): Notice[] {
  if (unfinished === undefined) return [];
  const remedy = 'Continue the fetch on the Gateway page, or fetch again.';
  const notice = { kind: 'unfinished', severity: 'incomplete', what: unfinished.reason, count: 0 } as const;
  return [origin === 'gateway' ? { ...notice, remedy } : notice];
}

/** Files that were not read whole; one that the dataset's own reason names is told once. */
function unreadNotices(header: DatasetHeader): Notice[] {
  const told = header.unfinished?.reason ?? '';
  return header.files
    .filter(({ name, trouble }) => !told.includes(`“${name}”`) && !told.includes(trouble?.what ?? '\n'))
    .filter(isUnread)
    .map(({ name, trouble }) => ({
      kind: 'unreadFile',
      severity: 'incomplete',
      what: trouble?.what ?? 'It could not be read.',
      ...(trouble && { remedy: trouble.remedy }),
      count: 1,
      file: name,
    }));
}

/** `Not read` is the importer's name for such a file; those stored by version 0.1.0 have no `trouble`. */
function isUnread({ format, trouble }: DatasetFile): boolean {
  return format === 'Not read' || trouble !== undefined;
}
