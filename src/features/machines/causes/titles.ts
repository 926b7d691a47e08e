import type { CauseId, CauseText } from '../../../model/judgement';
import { CAUSES } from './index';

const BY_ID: ReadonlyMap<CauseId, CauseText> = new Map(CAUSES.map((cause) => [cause.id, cause]));

/** What people call a cause. */
export function causeTitle(id: CauseId): string {
  return BY_ID.get(id)?.title ?? id;
}
