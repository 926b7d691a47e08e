import { DEFAULT_SETTINGS, readSettings } from '../detect/settings';
import type { DetectionSettings } from '../model/settings';
import type { EngineKit } from './kit';
import type { RecipePart } from './recipe-part';

/** Rules and the list of ignored values, as a part of a recipe: applied by finding duplicates again. */
export function detectionRecipe({ session }: EngineKit): RecipePart<DetectionSettings> {
  return {
    member: 'detection',
    title: 'Rules and ignored values',
    labels: { ignored: 'Ignored values' },
    read: () => Promise.resolve(session.opened()?.settings ?? DEFAULT_SETTINGS),
    check: readSettings,
    apply: (settings, watch) => {
      const { dataset, sources } = session.requireOpen();
      return session.open({ dataset, sources, settings, stored: 'unchanged' }, watch);
    },
  };
}
