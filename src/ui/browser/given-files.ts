import type { ImportSource } from '../../model/import-request';

/** The files of a drop or paste, folders left out; order kept. */
export function sourcesOfTransfer(transfer: DataTransfer): ImportSource[] {
  return sourcesOfFiles(transfer.files);
}

/** Files as sources. */
export function sourcesOfFiles(files: Iterable<File> | ArrayLike<File>): ImportSource[] {
  return Array.from(files, (file) => ({ name: file.name, blob: file }));
}

/** What was pasted: files if there are any, else the text as one source; none if there is nothing. */
export function sourcesOfPaste(transfer: DataTransfer): ImportSource[] {
  const files = sourcesOfTransfer(transfer);
  if (files.length > 0) return files;
  const text = transfer.getData('text/plain');
  return text.trim() === '' ? [] : [{ name: 'Pasted text', blob: new Blob([text]) }];
}

/** Whether something that is dragged over the page holds files. */
export function holdsFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}

/** Whether the person is typing there, so that paste and single keys belong to that place. */
export function isTypingPlace(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}
