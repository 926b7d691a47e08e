import type { ImportSource } from '../../../../model/import-request';

/** Bytes in which the name of the format stands, if it is one. */
const HEAD = 400;

/**
 * Whether all of these files hold decisions: `doublet-decisions`, or, on the screen Review, a workbook, which can only
 * be an Excel report that was filled in.
 */
export async function areDecisions(sources: readonly ImportSource[], onReview: boolean): Promise<boolean> {
  if (sources.length === 0) return false;
  for (const { name, blob } of sources) {
    if (onReview && /\.xlsx$/i.test(name)) continue;
    if (!(await beginsAsDecisions(blob))) return false;
  }
  return true;
}

async function beginsAsDecisions(blob: Blob): Promise<boolean> {
  try {
    const head = await blob.slice(0, HEAD).text();
    return /^\uFEFF?\s*\{\s*"format"\s*:\s*"doublet-decisions"/.test(head);
  } catch {
    // What cannot be read is refused by whoever reads it whole.
    return false;
  }
}
