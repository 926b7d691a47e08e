import { TroubleError } from '../../../model/outcome';
import { UNWATCHED, type Watch } from '../../../model/progress';
import { reportFileName } from '../../../report/file-name';
import type { OpenResult } from '../../../worker/api';
import type { EngineKit } from '../../../worker/kit';
import { outcomeOf } from '../../../worker/outcomes';
import type { RecipePart } from '../../../worker/recipe-part';
import type { RecipeCalls } from '../calls';
import type { RecipeChange } from '../types';
import { differingSettings, FORMAT, parseRecipe, VERSION } from './recipe-file';

/** The member for preferences of the page. */
const PAGE = 'page';

/** A part with settings that were checked. */
interface Waiting {
  readonly part: RecipePart;
  readonly settings: unknown;
}

/**
 * All settings as one file. `parts` are applied in their order: the one that opens another result comes last, so that
 * what follows from it is made under all of them.
 */
export function createRecipe({ jobs, session }: EngineKit, parts: readonly RecipePart[]): RecipeCalls {
  let waiting: readonly Waiting[] | null = null;
  const changesOf = (all: readonly Waiting[]): Promise<RecipeChange[]> =>
    Promise.all(
      all.map(async ({ part, settings }) => ({
        title: part.title,
        settings: differingSettings(await part.read(), settings),
      })),
    );
  return {
    saveRecipe: (page) =>
      outcomeOf('Saving the recipe', async () => {
        const settings = await Promise.all(
          parts.map(async (part) => [part.member, await part.read()] as const),
        );
        const members = { format: FORMAT, version: VERSION, ...Object.fromEntries(settings) };
        const file = page === null || page === undefined ? members : { ...members, [PAGE]: page };
        const blob = new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' });
        const fileName = reportFileName({}, Date.now(), 'json').replace('duplicate_assets', FORMAT);
        return { blob, fileName, shownName: fileName, rows: settings.length };
      }),
    readRecipe: (file) =>
      outcomeOf('Reading the recipe', async () => {
        waiting = null;
        const members = parseRecipe(await file.text(), file.name);
        const named = parts.filter(({ member }) => member in members);
        // Everything is checked before anything waits: a recipe with a fault changes nothing.
        const all = named.map((part) => ({ part, settings: part.check(members[part.member]) }));
        const known = new Set(['format', 'version', PAGE, ...parts.map(({ member }) => member)]);
        const changes = await changesOf(all);
        waiting = all;
        return {
          name: file.name,
          changes,
          absent: parts.filter((part) => !named.includes(part)).map(({ title }) => title),
          unknown: Object.keys(members).filter((member) => !known.has(member)),
          page: members[PAGE] ?? null,
        };
      }),
    applyRecipe: (onProgress) =>
      jobs.run('result', 'Applying the recipe', onProgress, async (watch) => {
        const all = waiting;
        if (all === null) throw nothingRead();
        session.requireOpen();
        const changes = await changesOf(all);
        const changing = all.filter((_, at) => changes[at]!.settings.length > 0);
        const result = await applyAll(changing, watch);
        waiting = null;
        return { changes, result };
      }),
  };
}

/** Applies all, or takes back those that were applied before one failed or the person cancelled. */
async function applyAll(all: readonly Waiting[], watch: Watch): Promise<OpenResult | null> {
  const before: Waiting[] = [];
  let result: OpenResult | null = null;
  try {
    for (const { part, settings } of all) {
      before.push({ part, settings: await part.read() });
      result = (await part.apply(settings, watch)) ?? result;
    }
    return result;
  } catch (error) {
    for (const { part, settings } of before.reverse())
      await part.apply(settings, UNWATCHED).catch(() => undefined);
    throw error;
  }
}

function nothingRead(): TroubleError {
  return new TroubleError({
    code: 'no-recipe-read',
    what: 'No recipe was read.',
    remedy: 'Choose the file of a recipe first.',
  });
}
