import { TroubleError } from '../../../model/outcome';

/** The file of a recipe (docs/contract.md, "Recipe"). */
export const FORMAT = 'doublet-recipe';
export const VERSION = 1;

export type RecipeFile = Readonly<Record<string, unknown>>;

/** Ten times the longest lists that are accepted. */
const LARGEST = 50_000_000;

/** The members of a recipe; throws a `TroubleError` where the file is none, or of a newer version. */
export async function parseRecipe(file: Pick<File, 'name' | 'size' | 'text'>): Promise<RecipeFile> {
  const { name } = file;
  if (file.size > LARGEST) throw noRecipe(name, 'it is far too large');
  let value: unknown;
  try {
    value = JSON.parse((await file.text()).replace(/^\ufeff/, ''));
  } catch {
    throw noRecipe(name, 'it is not JSON, or was cut off');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw noRecipe(name, `it does not say “${FORMAT}”`);
  const members = value as RecipeFile;
  const { format, version, page } = members;
  if (format !== FORMAT) throw noRecipe(name, `it does not say “${FORMAT}”`);
  if (typeof version === 'number' && version > VERSION)
    throw new TroubleError({
      code: 'recipe-newer',
      what: `“${name}” was saved by a newer Doublet (version ${version} of the file; this page reads ${VERSION}).`,
      remedy: 'Reload the page to get the newer Doublet, then load it again. Nothing was changed.',
      where: { file: name },
    });
  if (version !== VERSION) throw noRecipe(name, 'its version is missing');
  if (page !== undefined && (typeof page !== 'object' || page === null || Array.isArray(page)))
    throw noRecipe(name, '“page” must be an object');
  return members;
}

function noRecipe(name: string, why: string): TroubleError {
  return new TroubleError({
    code: 'no-recipe',
    what: `“${name}” is no recipe: ${why}.`,
    remedy: 'Choose a file that “Save recipe” made. Nothing was changed.',
    where: { file: name },
  });
}
