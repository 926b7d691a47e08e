/** How long the browser may take to begin the download before the blob's address is given back. */
const KEEP_ADDRESS_MS = 60_000;

/**
 * Saves a blob as a file in the person's download folder. The blob is not read here; the browser copies it.
 * The file name must be safe already (`SavedReport.fileName` is).
 */
export function saveBlob(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.rel = 'noopener';
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_ADDRESS_MS);
}
