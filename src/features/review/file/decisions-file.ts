import type { Decision } from '../../../model/decision';
import { TroubleError } from '../../../model/outcome';
import { readDecision } from '../journal/decision-shape';
import { canonicalText, type Forms, mergeForms, sameForms } from '../journal/forms';
import type { Journal } from '../journal/journal';
import type { Change } from '../journal/steps';
import type { Unread } from '../types';

/** The file of decisions (docs/contract.md, "Decisions as a file"). */
export const FORMAT = 'doublet-decisions';
export const VERSION = 1;

/** All decisions as the file's text, in pieces: sorted, so that the same decisions make the same bytes. */
export async function* decisionsFile(journal: Journal, rest: () => Promise<void>): AsyncGenerator<string> {
  yield `{\n  "format": "${FORMAT}",\n  "version": ${VERSION},\n  "decisions": [`;
  let separator = '\n    ';
  for (const decision of allDecisions(journal)) {
    yield separator + canonicalText(decision);
    separator = ',\n    ';
    await rest();
  }
  yield separator === '\n    ' ? ']\n}\n' : '\n  ]\n}\n';
}

/** All forms of all decisions, also of those that were taken back, in the order of their ids. */
export function* allDecisions(journal: Journal): Generator<Decision> {
  for (const id of [...journal.ids()].sort()) yield* journal.forms(id);
}

/** What a file holds. */
export interface ReadDecisions {
  readonly decisions: ReadonlyMap<string, Forms>;
  readonly unread: readonly Unread[];
}

/** Reads such a file; throws a `TroubleError` where it is none, or of a newer version. */
export function readDecisionsFile(text: string, name: string): ReadDecisions {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw noDecisions(name, 'it is not JSON, or was cut off');
  }
  const file = value as { format?: unknown; version?: unknown; decisions?: unknown } | null;
  if (typeof file !== 'object' || file === null || file.format !== FORMAT)
    throw noDecisions(name, `it does not say “${FORMAT}”`);
  const { version, decisions: entries } = file;
  if (typeof version === 'number' && version > VERSION) throw newer(name, version);
  if (version !== VERSION || !Array.isArray(entries))
    throw noDecisions(name, 'its version or its list of decisions is missing');
  const decisions = new Map<string, Forms>();
  const unread: Unread[] = [];
  for (const [at, entry] of entries.entries()) {
    const read = readDecision(entry);
    if (!read.ok) unread.push({ place: `Decision ${at + 1} of ${name}`, why: read.why });
    else decisions.set(read.decision.id, mergeForms(decisions.get(read.decision.id) ?? [], [read.decision]));
  }
  return { decisions, unread };
}

/** What merging decisions into the journal changes, and which of them stand afterwards as they were read. */
export function mergeChanges(journal: Journal, decisions: ReadonlyMap<string, Forms>) {
  const changes: Change[] = [];
  const inFile: string[] = [];
  let added = 0;
  for (const [id, forms] of decisions) {
    const before = journal.forms(id);
    const merged = mergeForms(before, forms);
    if (sameForms(merged, forms)) inFile.push(id);
    if (sameForms(merged, before)) continue;
    if (before.length === 0) added++;
    changes.push({ id, forms: merged });
  }
  return { changes, inFile, added, changed: changes.length - added, known: decisions.size - changes.length };
}

function noDecisions(name: string, why: string): TroubleError {
  return new TroubleError({
    code: 'no-decisions',
    what: `“${name}” is no file of decisions: ${why}.`,
    remedy:
      'Choose a file that “Save decisions” made, or an Excel report with its sheet Review. Nothing was changed.',
    where: { file: name },
  });
}

function newer(name: string, version: number): TroubleError {
  return new TroubleError({
    code: 'decisions-newer',
    what: `“${name}” was saved by a newer Doublet (version ${version} of the file; this page reads ${VERSION}).`,
    remedy: 'Reload the page to get the newer Doublet, then load it again. Nothing was changed.',
    where: { file: name },
  });
}
