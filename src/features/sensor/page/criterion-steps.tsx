import { For, Show } from 'solid-js';
import { counted } from '../../../ui/words';
import { CRITERION_LABELS, type CriterionStep, type SensorRecord } from '../types/result';
import { ENDING_WORDS } from './sensor-words';

/** Each criterion in the order tried, how it ended between the two assets, and which of our defaults it used. */
export function CriterionSteps(props: { steps: readonly CriterionStep[]; other: SensorRecord }) {
  return (
    <section class="verdict-section">
      <h3>
        Each criterion, against {props.other.assetClass === 'managed' ? 'managed' : 'passive'} asset{' '}
        <span class="fixed">{props.other.assetId}</span>
      </h3>
      <ol class="steps">
        <For each={props.steps}>
          {(step, place) => (
            <li class={`step ending-${step.ending}`} classList={{ 'step-decides': step.decides }}>
              <span class="step-number">{place() + 1}</span>
              <span class="step-name">{CRITERION_LABELS[step.criterion]}</span>
              <span class="step-ending">
                {step.decides ? `${ENDING_WORDS[step.ending]}: decides` : ENDING_WORDS[step.ending]}
              </span>
              <p class="step-text">{step.text}</p>
              <Show when={step.candidates > 1}>
                <p class="step-text quiet">
                  {step.candidates >= 1000
                    ? '1,000 or more managed assets'
                    : counted(step.candidates, 'managed asset')}{' '}
                  share a value of it.
                </p>
              </Show>
              <For each={step.defaults}>{(text) => <p class="step-default">{text}</p>}</For>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}
