import { createResource, For, Show } from 'solid-js';
import { useApp, useEngine } from '../../../ui/context';
import { countText } from '../../../ui/words';
import type { SensorCalls } from '../calls';
import { SENSOR_DISAGREEMENTS, type SensorDisagreement } from '../types/list';
import type { SensorView } from '../types/view';
import { toSensorPlace } from './state/place';

/** The words for each disagreement, as a filter and as a sentence. */
export const DISAGREEMENT_WORDS: Readonly<
  Record<SensorDisagreement, { readonly filter: string; readonly says: string; readonly todo: string }>
> = {
  forbidden: {
    filter: 'merge into another machine',
    says: 'would merge into a managed asset that the judgement holds to be another machine.',
    todo: 'A wrong merge is about to happen: exclude the name, or the address range, before it does.',
  },
  doubtful: {
    filter: 'merge on little evidence',
    says: 'would merge into a managed asset on evidence that the judgement does not act upon.',
    todo: 'A shared name, address or adapter alone does it: look at them before the sensors do.',
  },
  missed: {
    filter: 'stay separate from their machine',
    says: 'stay separate, though the judgement holds them to be the same machine as a managed asset.',
    todo: 'Their near misses say which setting would merge them.',
  },
};

/** Where judgement and criteria part company; each number leads to its verdicts. */
export function Disagreements(props: { view: SensorView }) {
  const app = useApp();
  const engine = useEngine<SensorCalls>();
  const [found] = createResource(
    () => props.view.revision,
    async () => {
      const outcome = await engine.sensorDisagreements();
      return outcome.ok ? outcome.value : null;
    },
  );
  const kinds = () => SENSOR_DISAGREEMENTS.filter((kind) => (found()?.[kind].length ?? 0) > 0);
  return (
    <Show when={found()}>
      {(known) => (
        <section aria-labelledby="disagreements-title">
          <h2 id="disagreements-title">Criteria and judgement</h2>
          <p class="section-note">
            The published criteria decide what Qualys merges. The screen Machines judges by all that is known.
          </p>
          <Show when={kinds().length > 0} fallback={<p>They agree on every passive asset.</p>}>
            <ul class="disagreements">
              <For each={kinds()}>
                {(kind) => (
                  <li>
                    <a href={app.route.href(toSensorPlace({ part: 'verdicts', judged: kind }))}>
                      {countText(known()[kind].length)}
                    </a>{' '}
                    {DISAGREEMENT_WORDS[kind].says} <span class="quiet">{DISAGREEMENT_WORDS[kind].todo}</span>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </section>
      )}
    </Show>
  );
}
