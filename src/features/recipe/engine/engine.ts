import { TroubleError } from '../../../model/outcome';
import { UNWATCHED, type Watch } from '../../../model/progress';
import { reportFileName } from '../../../report/file-name';
import type { OpenResult } from '../../../worker/api';
import type { EngineKit } from '../../../worker/kit';
import { outcomeOf } from '../../../worker/outcomes';
import type { RecipePart } from '../../../worker/recipe-part';
import type { RecipeCalls } from '../calls';
import { differencesOf } from './differences';
import { FORMAT, parseRecipe, VERSION } from './recipe-file';

/** The member for preferences of the page. */
const PAGE = 'page';
const PAGE_TITLE = 'Keys and preferences';

/** A part with settings that were checked. */
interface Waiting {
  readonly part: RecipePart;
  readonly settings: unknown;
}

/** The way back to what held before a part was applied. */
type WayBack = (watch: Watch) => Promise<OpenResult | null>;

/**
 * All settings as one file. `parts` are applied in their order: the one that opens another result comes last, so that
 * what follows from it is made under all of them.
 */
export function createRecipe({ jobs, session }: EngineKit, parts: readonly RecipePart[]): RecipeCalls {
  let waiting: readonly Waiting[] | null = null;
  let applied: { readonly datasetId: string; readonly back: readonly WayBack[] } | null = null;
  /** Another result, so that whatever shows settings or what follows from them reads it anew. */
  const reopened = (): Promise<OpenResult> => {
    const { dataset, sources, settings, grouping } = session.requireOpen();
    return session.open({ dataset, sources, settings, found: grouping, stored: 'unchanged' }, UNWATCHED);
  };
  return {
    saveRecipe: (page) =>
      outcomeOf('Saving the recipe', async () => {
        const settings = await Promise.all(
          parts.map(async (part) => [part.member, await part.read()] as const),
        );
        const members = { format: FORMAT, version: VERSION, ...Object.fromEntries(settings) };
        const file = Object.keys(page).length === 0 ? members : { ...members, [PAGE]: page };
        const blob = new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' });
        const fileName = reportFileName({}, Date.now(), 'json', FORMAT);
        return { blob, fileName, shownName: fileName, rows: settings.length };
      }),
    readRecipe: (file, page) =>
      outcomeOf('Reading the recipe', async () => {
        waiting = null;
        const members = await parseRecipe(file);
        const named = parts.filter(({ member }) => member in members);
        // Everything is checked before anything waits: a recipe with a fault changes nothing.
        const all = named.map((part) => ({ part, settings: part.check(members[part.member]) }));
        const known = new Set(['format', 'version', PAGE, ...parts.map(({ member }) => member)]);
        const changes = await Promise.all(
          all.map(async ({ part, settings }) => ({
            title: part.title,
            settings: differencesOf(await part.read(), settings, part.labels),
          })),
        );
        waiting = all;
        const ofPage = pickKnown(members[PAGE], page);
        const unknownOfPage = Object.keys(members[PAGE] ?? {}).filter((member) => !(member in page));
        const pageNow = Object.fromEntries(Object.keys(ofPage).map((name) => [name, page[name]]));
        const isOfPage = Object.keys(ofPage).length > 0;
        return {
          name: file.name,
          changes: isOfPage
            ? [...changes, { title: PAGE_TITLE, settings: differencesOf(pageNow, ofPage) }]
            : changes,
          absent: [
            ...parts.filter((part) => !named.includes(part)).map(({ title }) => title),
            ...(isOfPage ? [] : [PAGE_TITLE]),
          ],
          unknown: [
            ...Object.keys(members).filter((member) => !known.has(member)),
            ...unknownOfPage.map((member) => `${PAGE}.${member}`),
          ],
          page: ofPage,
        };
      }),
    applyRecipe: (onProgress) =>
      jobs.run('result', 'Applying the recipe', onProgress, async (watch) => {
        if (waiting === null) throw nothingRead();
        const datasetId = session.requireOpen().dataset.header.id;
        const changing: Waiting[] = [];
        for (const one of waiting)
          if (differencesOf(await one.part.read(), one.settings).length > 0) changing.push(one);
        const { result, back } = await applyAll(changing, watch);
        waiting = null;
        applied = { datasetId, back };
        return { result: back.length === 0 ? null : (result ?? (await reopened())) };
      }),
    undoRecipe: (onProgress) =>
      jobs.run('result', 'Taking the recipe back', onProgress, async (watch) => {
        const datasetId = session.requireOpen().dataset.header.id;
        if (applied === null || applied.datasetId !== datasetId) throw nothingRead();
        const { back } = applied;
        const result = await goBack(back, watch);
        applied = null;
        return { result: back.length === 0 ? null : (result ?? (await reopened())) };
      }),
  };
}

/** The members of the page's part that this page has. */
function pickKnown(given: unknown, page: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given ?? {}).filter(([member]) => member in page));
}

/** Applies all, or takes back those that were applied before one failed or the person cancelled. */
async function applyAll(all: readonly Waiting[], watch: Watch) {
  const back: WayBack[] = [];
  let result: OpenResult | null = null;
  try {
    for (const { part, settings } of all) {
      back.push(await wayBack(part));
      result = (await part.apply(settings, watch)) ?? result;
    }
    return { result, back };
  } catch (error) {
    for (const step of back) await step(UNWATCHED).catch(() => undefined);
    throw error;
  }
}

async function wayBack(part: RecipePart): Promise<WayBack> {
  if (part.remember !== undefined) return part.remember();
  const settings = await part.read();
  return (watch) => part.apply(settings, watch);
}

async function goBack(back: readonly WayBack[], watch: Watch): Promise<OpenResult | null> {
  let result: OpenResult | null = null;
  for (const step of back) result = (await step(watch)) ?? result;
  return result;
}

function nothingRead(): TroubleError {
  return new TroubleError({
    code: 'no-recipe-read',
    what: 'No recipe was read.',
    remedy: 'Choose the file of a recipe first.',
  });
}
