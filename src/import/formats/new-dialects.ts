import type { FieldId } from '../../model/field';
import { Dialects } from '../json/dialects';
import { fitsOf } from '../tables/headers';
import { DIALECTS } from './dialects';

/** The dialects compiled for one import: what they saw of a file stays in them. */
export function newDialects(): Dialects {
  return new Dialects(DIALECTS, fieldOfName);
}

/** The field that a column of that name surely holds. */
function fieldOfName(name: string): FieldId | null {
  const [best] = fitsOf(name);
  return best === undefined || best.weak ? null : best.field;
}
