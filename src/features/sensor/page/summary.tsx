import { For, Show } from 'solid-js';
import { useApp } from '../../../ui/context';
import { ScrollTable } from '../../../ui/parts/scroll-table';
import { counted, countText } from '../../../ui/words';
import { CRITERION_LABELS, SENSOR_CRITERIA, type SensorCriterion, type SensorFigures } from '../types/result';
import type { SensorView } from '../types/view';
import { Disagreements } from './disagreements';
import { Examples } from './examples';
import { RowTable } from './row-table';
import { type SensorPlace, toSensorPlace } from './state/place';
import { Suggestions } from './suggestions';

/** The answer in a sentence, the figures, the published table with this dataset's counts, and what to try. */
export function Summary(props: { view: SensorView }) {
  const figures = () => props.view.figures;
  return (
    <div class="page">
      <section class="answer">
        <h2 class="sensor-answer">{answer(figures())}</h2>
        <p class="quiet">{rest(figures())}</p>
      </section>
      <Figures figures={figures()} />
      <section aria-labelledby="rows-title">
        <h2 id="rows-title">The published table</h2>
        <p class="section-note">
          Qualys tries the criteria from the top and stops at the first that holds. The last column counts the
          passive assets of this dataset.
        </p>
        <RowTable figures={figures()} />
      </section>
      <ByCriterion figures={figures()} />
      <Disagreements view={props.view} />
      <Suggestions view={props.view} />
      <Examples />
    </div>
  );
}

function answer({ outcomes, passive }: SensorFigures): string {
  return `${countText(outcomes.merges)} of ${counted(passive, 'passively sensed asset')} should merge into a managed one.`;
}

function rest({ outcomes, passiveGroups, caps, neverSeen }: SensorFigures): string {
  const others = outcomes['merges-passive'];
  const parts = [
    others === 0
      ? 'No passive assets look like one device'
      : `${counted(others, 'passive asset')} ${others === 1 ? 'looks' : 'look'} like ${counted(passiveGroups, 'device')}`,
    `${countText(outcomes.separate)} ${outcomes.separate === 1 ? 'stays' : 'stay'} separate`,
  ];
  const notes = [
    caps > 0
      ? ` ${counted(caps, 'asset')} came by Cloud Agent Passive Sensing, which has rules of its own.`
      : '',
    neverSeen > 0 ? ` ${counted(neverSeen, 'asset')} without any time last seen.` : '',
  ];
  return `${parts.join('; ')}.${notes.join('')}`;
}

function Figures(props: { figures: SensorFigures }) {
  const app = useApp();
  const link = (place: Partial<SensorPlace>) => app.route.href(toSensorPlace({ part: 'verdicts', ...place }));
  return (
    <section class="figures" aria-label="Sensor figures">
      <dl>
        <div>
          <dt>Managed</dt>
          <dd>{countText(props.figures.managed)}</dd>
        </div>
        <div>
          <dt>Passive</dt>
          <dd>
            <a href={link({})}>{countText(props.figures.passive)}</a>
          </dd>
        </div>
        <div>
          <dt>Other, not checked</dt>
          <dd>{countText(props.figures.other)}</dd>
        </div>
        <div>
          <dt>Merge into managed</dt>
          <dd>
            <a href={link({ outcome: 'merges' })}>{countText(props.figures.outcomes.merges)}</a>
          </dd>
        </div>
        <div>
          <dt>Merge with passive</dt>
          <dd>
            <a href={link({ outcome: 'merges-passive' })}>
              {countText(props.figures.outcomes['merges-passive'])}
            </a>
          </dd>
        </div>
        <div>
          <dt>Stay separate</dt>
          <dd>
            <a href={link({ outcome: 'separate' })}>{countText(props.figures.outcomes.separate)}</a>
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** How many merge by each criterion, and how far each could be used in this dataset at all. */
function ByCriterion(props: { figures: SensorFigures }) {
  const app = useApp();
  const link = (criterion: SensorCriterion, outcome: SensorPlace['outcome']) =>
    app.route.href(toSensorPlace({ part: 'verdicts', criterion, outcome }));
  return (
    <section aria-labelledby="criteria-title">
      <h2 id="criteria-title">By criterion</h2>
      <ScrollTable label="Merges by criterion">
        <table class="plain">
          <thead>
            <tr>
              <th>Criterion, in the order tried</th>
              <th class="number">Merge into managed</th>
              <th class="number">Merge with passive</th>
              <th class="number">Managed with a value</th>
              <th class="number">Passive with a value</th>
            </tr>
          </thead>
          <tbody>
            <For each={SENSOR_CRITERIA}>
              {(criterion) => {
                const coverage = () => props.figures.coverage[criterion];
                return (
                  <tr>
                    <td>
                      {CRITERION_LABELS[criterion]}
                      <Show when={!coverage().evaluated}>
                        <p class="not-evaluated">Not in this export; it takes {coverage().suppliedBy}.</p>
                      </Show>
                    </td>
                    <td class="number">
                      <Count count={props.figures.merges[criterion]} href={link(criterion, 'merges')} />
                    </td>
                    <td class="number">
                      <Count
                        count={props.figures.mergesPassive[criterion]}
                        href={link(criterion, 'merges-passive')}
                      />
                    </td>
                    <td class="number quiet">{countText(coverage().managed)}</td>
                    <td class="number quiet">{countText(coverage().passive)}</td>
                  </tr>
                );
              }}
            </For>
          </tbody>
        </table>
      </ScrollTable>
    </section>
  );
}

function Count(props: { count: number; href: string }) {
  return (
    <Show when={props.count > 0} fallback={<span class="quiet">0</span>}>
      <a href={props.href}>{countText(props.count)}</a>
    </Show>
  );
}
