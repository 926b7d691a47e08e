import { type Accessor, createSignal } from 'solid-js';
import type { OnProgress } from '../../../client/api';
import type { Outcome, Trouble } from '../../../model/outcome';
import { downloadBlob } from '../../../ui/browser/download';
import type { App } from '../../../ui/context';
import { counted, countText } from '../../../ui/words';
import type { RecipeCalls } from '../calls';
import type { AppliedRecipe, RecipePreview } from '../types';

/** A recipe on its way from a file into the settings, and back. */
export interface RecipeState {
  /** What was saved or applied last, in a sentence; "" for nothing. */
  readonly said: Accessor<string>;
  save(): Promise<void>;
  /** Reads a file and shows what it would change. */
  read(file: File): Promise<void>;
  /** The recipe that is looked through; `null` while none is. */
  readonly preview: Accessor<RecipePreview | null>;
  dismiss(): void;
  apply(): Promise<void>;
  /** Takes back what was applied last; `null` where there is nothing, or something else was opened since. */
  readonly undo: Accessor<(() => void) | null>;
}

/** What was applied, and what held on the page before. */
interface Applied {
  readonly name: string;
  readonly revision: number | null;
  readonly page: Readonly<Record<string, unknown>>;
}

const NOTHING_OPEN: Trouble = {
  code: 'nothing-open',
  what: 'This is a recipe, and no dataset is open that it could be applied to.',
  remedy: 'Open a dataset, then load the recipe again.',
};

/** See `RecipeState`. */
export function createRecipeState(
  engine: RecipeCalls,
  { session, preferences }: Pick<App, 'session' | 'preferences'>,
): RecipeState {
  const [said, setSaid] = createSignal('');
  const [preview, setPreview] = createSignal<RecipePreview | null>(null);
  const [applied, setApplied] = createSignal<Applied | null>(null);
  const revision = () => session.result()?.revision ?? null;
  const pageNow = () => Object.fromEntries(preferences().map((part) => [part.member, part.read()]));
  const givePage = (page: Readonly<Record<string, unknown>>) => {
    for (const part of preferences()) if (part.member in page) part.apply(page[part.member]);
  };
  const run = async (
    title: string,
    call: (onProgress: OnProgress) => Promise<Outcome<AppliedRecipe>>,
  ): Promise<AppliedRecipe | null> => {
    const done = await session.run('detect', title, call);
    if (done?.result != null) session.replace(done.result);
    return done;
  };
  const undo = async ({ name, page }: Applied) => {
    setApplied(null);
    if ((await run('Taking the recipe back', engine.undoRecipe)) === null) return;
    givePage(page);
    setSaid(`Taken back: all settings are as they were before ${name}.`);
  };
  return {
    said,
    preview,
    save: async () => {
      const saved = await session.run('report', 'Saving the recipe', () => engine.saveRecipe(pageNow()));
      if (saved === null) return;
      downloadBlob(saved.blob, saved.fileName);
      setSaid(`Saved ${saved.shownName}.`);
    },
    read: async (file) => {
      if (session.result() === null) return session.report(NOTHING_OPEN);
      const read = await session.run('report', 'Reading the recipe', () =>
        engine.readRecipe(file, pageNow()),
      );
      const fault = read === null ? null : faultOf(read, preferences());
      if (fault === null) setPreview(read);
      else
        session.report({
          code: 'recipe-page',
          what: `“${file.name}” cannot be used: ${fault}`,
          remedy: 'Correct it in the file and load it again. Nothing was changed.',
        });
    },
    dismiss: () => setPreview(null),
    apply: async () => {
      const read = preview();
      const before = session.result();
      if (read === null || before === null) return;
      setPreview(null);
      const page = pageNow();
      if ((await run('Applying the recipe', engine.applyRecipe)) === null) return;
      givePage(read.page);
      const count = read.changes.reduce((sum, { settings }) => sum + settings.length, 0);
      const found = session.result()!.summary.duplicateAssets - before.summary.duplicateAssets;
      const difference =
        found === 0
          ? ''
          : `, ${countText(Math.abs(found))} ${found > 0 ? 'more' : 'fewer'} potential duplicates`;
      setSaid(`Applied ${read.name}: ${counted(count, 'setting')} changed${difference}.`);
      setApplied({ name: read.name, revision: revision(), page });
    },
    undo: () => {
      const last = applied();
      return last === null || last.revision !== revision() ? null : () => void undo(last);
    },
  };
}

/** Why the page's part of a recipe cannot be used, one sentence; `null` where it can. */
function faultOf({ page }: RecipePreview, parts: ReturnType<App['preferences']>): string | null {
  for (const part of parts) {
    const fault = part.member in page ? part.faultOf(page[part.member]) : null;
    if (fault !== null) return fault;
  }
  return null;
}
