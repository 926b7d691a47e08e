import type { Dataset } from '../../../model/dataset';
import { TroubleError } from '../../../model/outcome';
import type { Watch } from '../../../model/progress';
import type { Session } from '../../../worker/session';
import { compareResults } from '../list/compare-results';
import { checkSensors } from '../match/check';
import { correlationFields } from '../read/correlation';
import { listSources, sourceClassifier } from '../read/source-class';
import { readSensorSettings } from '../settings';
import { suggestSettings } from '../suggest/suggestions';
import type { SensorDifference, SensorSuggestions, SuggestionEffect } from '../types/list';
import type { SensorResult } from '../types/result';
import type { CorrelationField, SensorSettings, SensorSource } from '../types/settings';
import { takeSuggestion } from '../types/take-suggestion';
import type { SensorScope, SensorView } from '../types/view';
import type { StoredSensorSettings } from './stored-settings';

/** The sensor check of what is open: done when first asked for, and again when its settings change. */
export interface SensorCheck {
  /** The check under the settings that hold, done now or known already. */
  view(watch: Watch): Promise<SensorView>;
  /** Takes other settings; refuses what is no settings with a `TroubleError`, and then nothing changes. */
  change(settings: unknown, scope: SensorScope, watch: Watch): Promise<SensorView>;
  suggestions(watch: Watch): Promise<SensorSuggestions>;
  /** What each of the first suggestions would change if it were taken alone. */
  effects(watch: Watch): Promise<readonly SuggestionEffect[]>;
  /** The result that is on screen; `null` before `view` and once another dataset is open. */
  current(): SensorResult | null;
  /** For reports: the result under the settings that hold, `null` for a dataset that no sensor reported. */
  forReport(watch: Watch): Promise<SensorResult | null>;
}

/** Each takes a whole check. */
const MOST_TRIED = 20;

interface Held {
  readonly dataset: Dataset;
  readonly result: SensorResult;
  readonly scope: SensorScope;
  readonly sources: readonly SensorSource[];
  readonly fields: readonly CorrelationField[];
  readonly difference: SensorDifference | null;
  readonly revision: number;
}

/** See `SensorCheck`. */
export function createSensorCheck(session: Session, settings: StoredSensorSettings): SensorCheck {
  let held: Held | null = null;
  let revision = 0;
  /** Detection changes nothing here and renaming only the header: the columns tell whether it is another dataset. */
  const heldNow = () => {
    const columns = session.opened()?.dataset.columns;
    if (held !== null && held.dataset.columns !== columns) held = null;
    return held;
  };
  session.onChange(heldNow);

  const show = async ({ result, scope, sources, fields, difference, revision: of }: Held) => ({
    settings: result.settings,
    scope,
    kept: await settings.isKept(),
    figures: result.figures,
    sources,
    correlationFields: fields,
    difference,
    revision: of,
  });
  const make = async (
    wanted: SensorSettings,
    scope: SensorScope,
    before: Held | null,
    watch: Watch,
  ): Promise<Held> => {
    const dataset = before?.dataset ?? session.requireOpen().dataset;
    const result = await checkSensors(dataset, wanted, watch);
    const sources = await listSources(dataset, wanted, watch);
    const fields = before?.fields ?? (await correlationFields(dataset, watch));
    const difference = before === null ? null : compareResults(before.result, result);
    await watch.pause();
    revision = Math.max(revision + 1, Date.now());
    return { dataset, result, scope, sources, fields, difference, revision };
  };
  const requireCheck = async (watch: Watch): Promise<Held> => {
    const known = heldNow();
    if (known !== null) return known;
    const { settings: wanted, scope } = await settings.read(session.requireOpen().dataset.header.id);
    held = await make(wanted, scope, null, watch);
    return held;
  };
  return {
    view: async (watch) => show(await requireCheck(watch)),
    change: async (given, scope, watch) => {
      const wanted = readSensorSettings(given);
      if (!wanted.ok) throw refused(wanted.trouble);
      const next = await make(wanted.value, scope, await requireCheck(watch), watch);
      held = next;
      await settings.write(next.dataset.header.id, { settings: wanted.value, scope });
      return show(next);
    },
    suggestions: async (watch) => suggestSettings((await requireCheck(watch)).result, watch),
    effects: async (watch) => {
      const { dataset, result } = await requireCheck(watch);
      const { suggestions } = await suggestSettings(result, watch);
      const found: SuggestionEffect[] = [];
      for (const suggestion of suggestions.slice(0, MOST_TRIED)) {
        const tried = await checkSensors(dataset, takeSuggestion(result.settings, suggestion), watch);
        const { more, fewer, moved } = compareResults(result, tried);
        found.push({ more: more.length, fewer: fewer.length, moved: moved.length });
        await watch.pause();
      }
      return found;
    },
    current: () => heldNow()?.result ?? null,
    forReport: async (watch) => {
      const { dataset } = session.requireOpen();
      const known = heldNow();
      const wanted = known?.result.settings ?? (await settings.read(dataset.header.id)).settings;
      if (!mayHavePassive(dataset, wanted)) return null;
      const result = known?.result ?? (await checkSensors(dataset, wanted, watch));
      return result.figures.passive > 0 ? result : null;
    },
  };
}

/** Whether any source or tracking method is passive: a look at the dictionaries, not at the assets. */
function mayHavePassive({ columns }: Dataset, settings: SensorSettings): boolean {
  const classOf = sourceClassifier(settings);
  const named = [columns.sources.dictionary, columns.trackingMethod.dictionary];
  return named.some((dictionary) => dictionary.some((source) => classOf(source) === 'passive'));
}

function refused(trouble: TroubleError['trouble'] | null): TroubleError {
  return new TroubleError(
    trouble ?? { code: 'sensor-settings', what: 'These settings cannot be used.', remedy: 'Correct them.' },
  );
}
