import { type Trouble, TroubleError } from '../model/outcome';

const IN_MEMORY = 'Work goes on in memory; save your reports before you close the page.';

/** The browser has no IndexedDB, or does not let this page use it. */
export function storageMissing(detail = ''): TroubleError {
  return trouble(
    'storage-missing',
    'This browser does not let the page keep data (no IndexedDB here).',
    `Datasets stay in memory only. Allow storage for this site, or leave the private window, to keep them.`,
    detail,
  );
}

/** An older page in another tab holds the database and does not let go. */
export function storageBlocked(): TroubleError {
  return trouble(
    'storage-blocked',
    'An older version of Doublet is open in another tab and keeps the stored datasets busy.',
    `Close or reload that tab. ${IN_MEMORY}`,
  );
}

/** The storage gives no answer: another tab holds it, or the browser's own process hangs. */
export function storageSilent(): TroubleError {
  return trouble(
    'storage-silent',
    "The browser's storage does not answer.",
    `Close other tabs of Doublet, or restart the browser, to keep datasets again. ${IN_MEMORY}`,
  );
}

/** The database was made by a newer page than this one. */
export function storageNewer(): TroubleError {
  return trouble(
    'storage-newer',
    'The datasets in this browser were stored by a newer version of Doublet than this page.',
    `Reload the page to get the newer version. ${IN_MEMORY}`,
  );
}

/** A newer page in another tab needs the database, so this one gave it up. */
export function storageHandedOver(): TroubleError {
  return trouble(
    'storage-handed-over',
    'A newer version of Doublet was opened in another tab and took over the stored datasets.',
    `Reload this page to use the newer version here too. ${IN_MEMORY}`,
  );
}

/** The browser or the person cleared this site's storage while the page was open. */
export function storageCleared(): TroubleError {
  return trouble(
    'storage-cleared',
    'The storage of this page was cleared while it was open; the stored datasets are gone.',
    `What is open stays in memory. Import a file again to keep it, or save your reports before you close the page.`,
  );
}

/** No room left. */
export function storageFull(detail = ''): TroubleError {
  return trouble(
    'storage-full',
    'The browser has no room left to keep this dataset.',
    `Delete datasets you no longer need under Datasets, or free space on the disk. ${IN_MEMORY}`,
    detail,
  );
}

/** Any other failure of the storage. */
export function storageFailed(detail: string): TroubleError {
  return trouble(
    'storage-failed',
    "The browser's storage failed.",
    `Try again; if it happens again, restart the browser. ${IN_MEMORY}`,
    detail,
  );
}

/** The dataset is not in the store: it was deleted, or was never kept whole. */
export function datasetGone(): TroubleError {
  return trouble(
    'dataset-gone',
    'This dataset is not stored in this browser: it was deleted, or it was never kept whole.',
    'Choose another dataset, or import its file again.',
  );
}

/** The dataset that is open here was deleted in another tab. */
export function datasetDeletedElsewhere(): TroubleError {
  return trouble(
    'dataset-deleted-elsewhere',
    'The dataset that is open here was deleted in another tab.',
    'It stays open in memory only: save your reports before you close the page, or import its file again to keep it.',
  );
}

/** A stored dataset that cannot be put together again. */
export function datasetDamaged(name: string, why: string): TroubleError {
  return trouble(
    'dataset-damaged',
    `The stored dataset "${name}" is damaged: ${why}.`,
    'Delete it under Datasets and import its file again.',
  );
}

/** A stored dataset of a version that this page does not know. */
export function datasetNewer(name: string): TroubleError {
  return trouble(
    'dataset-newer',
    `The dataset "${name}" was stored by a newer version of Doublet than this page.`,
    'Reload the page to get the newer version.',
  );
}

/**
 * What a failure of IndexedDB means. Quota errors arrive as the transaction's `abort`, whose error idb's `done`
 * rejects with; writing to a full disk or a broken profile is an `UnknownError`.
 */
export function asStorageTrouble(error: unknown): Error {
  if (error instanceof TroubleError || (error as Error | null)?.name === 'CancelledError')
    return error as Error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  const detail =
    error instanceof Error || error instanceof DOMException ? `${name}: ${error.message}` : String(error);
  if (name === 'QuotaExceededError') return storageFull(detail);
  if (name === 'SecurityError') return storageMissing(detail);
  if (name === 'VersionError') return storageNewer();
  return storageFailed(detail);
}

function trouble(code: string, what: string, remedy: string, detail = ''): TroubleError {
  const text: Trouble = { code, what, remedy, ...(detail !== '' && { detail }) };
  return new TroubleError(text);
}
