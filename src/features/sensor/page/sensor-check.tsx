import { createEffect, For, Match, on, Show, Switch } from 'solid-js';
import { useApp } from '../../../ui/context';
import { JobProgress } from '../../../ui/parts/job-progress';
import type { SensorView } from '../types/view';
import { useSensor } from './context';
import { Difference } from './difference';
import { Examples } from './examples';
import { NoPassive, NothingOpen } from './nothing-to-check';
import { SettingsForm } from './settings-form';
import { SENSOR_ADDRESS, type SensorPart, toSensorPlace } from './state/place';
import { Summary } from './summary';
import { Verdicts } from './verdicts';
import './sensor-check.css';

const PARTS: readonly (readonly [SensorPart, string])[] = [
  ['summary', 'Summary'],
  ['verdicts', 'Verdicts'],
  ['settings', 'Settings'],
];

/** What Qualys should have folded together by its own published criteria, and what keeps the rest apart. */
export function SensorCheck() {
  const app = useApp();
  const sensor = useSensor();
  const { session } = app;
  createEffect(on([() => session.result()?.revision, session.job], () => void sensor.ensure()));
  return (
    <Switch fallback={<Waiting />}>
      <Match when={session.result() === null}>
        <NothingOpen />
      </Match>
      <Match when={sensor.trouble()}>
        {(failed) => (
          <div class="page" role="alert">
            <p>
              {failed().what} {failed().remedy}
            </p>
          </div>
        )}
      </Match>
      <Match when={sensor.view()}>{(view) => <Checked view={view()} />}</Match>
    </Switch>
  );
}

function Waiting() {
  const sensor = useSensor();
  return (
    <div class="page">
      <h1 class="visually-hidden">Sensor check</h1>
      <Running title="Checking the sensors" />
      <Show when={sensor.running() === null}>
        <p class="quiet" role="status">
          Checking the passive assets…
        </p>
      </Show>
    </div>
  );
}

function Checked(props: { view: SensorView }) {
  const app = useApp();
  const sensor = useSensor();
  const part = () => app.route.of(SENSOR_ADDRESS).part;
  const none = () => props.view.figures.passive === 0;
  return (
    <div class="sensor" data-sensor={sensor.running() === null ? 'ready' : 'busy'}>
      <h1 class="visually-hidden">Sensor check</h1>
      <div class="sensor-bar">
        <nav class="sensor-parts" aria-label="Parts of the sensor check">
          <For each={PARTS}>
            {([id, label]) => (
              <a
                class="screen-link"
                href={app.route.href(toSensorPlace({ part: id }))}
                aria-current={part() === id ? 'page' : undefined}
              >
                {label}
              </a>
            )}
          </For>
        </nav>
        <Difference view={props.view} />
      </div>
      <Running title="Checking the sensors" />
      <Switch>
        <Match when={part() === 'settings'}>
          <SettingsForm view={props.view} />
        </Match>
        <Match when={none()}>
          <div class="sensor-page">
            <div class="page">
              <NoPassive view={props.view} />
              <Examples />
            </div>
          </div>
        </Match>
        <Match when={part() === 'verdicts'}>
          <Verdicts view={props.view} />
        </Match>
        <Match when={part() === 'summary'}>
          <div class="sensor-page">
            <Summary view={props.view} />
          </div>
        </Match>
      </Switch>
    </div>
  );
}

/** How far a check is that takes a while, and the way to stop it. */
function Running(props: { title: string }) {
  const sensor = useSensor();
  return (
    <Show when={sensor.running()}>
      {(running) => (
        <div class="busy-bar">
          <JobProgress
            job={{ kind: 'detect', title: props.title, startedAt: running().startedAt }}
            progress={sensor.progress()}
            cancelling={false}
            onCancel={sensor.cancel}
          />
        </div>
      )}
    </Show>
  );
}
