import { TroubleError } from '../../../model/outcome';

/** The file of a recipe (docs/contract.md, "Recipe"). */
export const FORMAT = 'doublet-recipe';
export const VERSION = 1;

export type RecipeFile = Readonly<Record<string, unknown>>;

/** The text of a recipe as its members; throws a `TroubleError` where it is none, or of a newer version. */
export function parseRecipe(text: string, name: string): RecipeFile {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw noRecipe(name, 'it is not JSON, or was cut off');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw noRecipe(name, `it does not say “${FORMAT}”`);
  const file = value as RecipeFile;
  const { format, version } = file;
  if (format !== FORMAT) throw noRecipe(name, `it does not say “${FORMAT}”`);
  if (typeof version === 'number' && version > VERSION)
    throw new TroubleError({
      code: 'recipe-newer',
      what: `“${name}” was saved by a newer Doublet (version ${version} of the file; this page reads ${VERSION}).`,
      remedy: 'Reload the page to get the newer Doublet, then load it again. Nothing was changed.',
      where: { file: name },
    });
  if (version !== VERSION) throw noRecipe(name, 'its version is missing');
  return file;
}

function noRecipe(name: string, why: string): TroubleError {
  return new TroubleError({
    code: 'no-recipe',
    what: `“${name}” is no recipe: ${why}.`,
    remedy: 'Choose a file that “Save recipe” made. Nothing was changed.',
    where: { file: name },
  });
}

/** The names of the settings in which two values differ; the value's own name where it is no object. */
export function differingSettings(before: unknown, after: unknown): string[] {
  const [old, fresh] = [plain(before), plain(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
  return names.filter((name) => text(old[name]) !== text(fresh[name]));
}

function plain(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : { value };
}

/** The same for values that differ in the order of members only. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
