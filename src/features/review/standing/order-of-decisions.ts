import type { Resolved } from './resolve';
import type { Standing } from './standing';

/** All decisions about the dataset in the order of their ids, so that whatever is made of them is the same each time. */
export function allForms(standing: Standing): Resolved[] {
  return [...standing.decisions()].sort((a, b) => (a.decision.id < b.decision.id ? -1 : 1));
}
