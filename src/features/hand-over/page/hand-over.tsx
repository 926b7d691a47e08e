import { createEffect, For, on, Show } from 'solid-js';
import { useApp } from '../../../ui/context';
import { Empty } from '../../../ui/parts/empty';
import { ScrollTable } from '../../../ui/parts/scroll-table';
import { toScreen } from '../../../ui/state/address';
import { counted, countText } from '../../../ui/words';
import type { HandOverView } from '../calls';
import { LEFT_OUT_WORDS } from '../types';
import { useHandOver } from './context';
import { HandedOver } from './handed-over';
import { KitSettings } from './kit-settings';
import './hand-over.css';

/** What a kit would hold, what is in no list and why, the settings, and the button that saves it. */
export function HandOverScreen() {
  const app = useApp();
  const state = useHandOver();
  createEffect(
    on(
      () => app.session.result()?.revision,
      () => void state.refresh(),
    ),
  );
  return (
    <section class="page hand-over" aria-labelledby="hand-over-title" aria-busy={state.busy()}>
      <h1 id="hand-over-title" class="page-title">
        Hand-over
      </h1>
      <p class="lead">
        A folder of files for those who act in Qualys: what can go, what stays, and the calls in the order of
        safety, with a README. Doublet itself changes nothing in Qualys.
      </p>
      <Show
        when={state.view()}
        fallback={<Empty text={state.trouble()?.what ?? 'Checking every record …'} busy={state.busy()} />}
      >
        {(view) => (
          <>
            <Figures view={view()} />
            <div class="save-row">
              <div class="save">
                <button
                  type="button"
                  class="button button-primary"
                  disabled={app.session.job() !== null || state.busy()}
                  onClick={() => void state.save()}
                >
                  Save hand-over kit
                </button>
                <span class="save-choice">{choiceText(view())}</span>
                <span class="save-done" role="status">
                  {state.saved()}
                </span>
              </div>
            </div>
            <KitSettings settings={view().settings} />
            <LeftOut view={view()} />
            <Preview view={view()} />
          </>
        )}
      </Show>
      <HandedOver />
    </section>
  );
}

function Figures(props: { view: HandOverView }) {
  const figures = () => props.view.figures;
  return (
    <section class="figures" aria-label="What the kit holds">
      <dl>
        <div>
          <dt>Redundant records</dt>
          <dd>{countText(figures().redundant)}</dd>
        </div>
        <div>
          <dt>Records that stay beside them</dt>
          <dd>{countText(figures().kept)}</dd>
        </div>
        <div>
          <dt>With a host ID</dt>
          <dd>{countText(figures().hostIds)}</dd>
        </div>
        <div>
          <dt>With an agent to uninstall</dt>
          <dd>{countText(figures().agents)}</dd>
        </div>
      </dl>
    </section>
  );
}

/** What saving takes now, beside the button. */
function choiceText({ figures: { redundant, decided, sets }, settings }: HandOverView): string {
  if (redundant === 0)
    return settings.proposals
      ? 'Nothing passes the checks: the lists would be empty.'
      : 'Nobody has decided yet: the lists would be empty.';
  const proposed = redundant - decided;
  const parts = [
    ...(decided > 0 ? [`${countText(decided)} decided by a person`] : []),
    ...(proposed > 0 ? [`${countText(proposed)} of strong proposals`] : []),
  ];
  return `${parts.join(', ')}; calls in ${counted(sets, 'set')} of at most 100.`;
}

function LeftOut(props: { view: HandOverView }) {
  const app = useApp();
  const records = () => props.view.leftOut.reduce((sum, line) => sum + line.records, 0);
  const without = () => props.view.figures.withoutHostId;
  return (
    <section aria-labelledby="left-out-title">
      <h2 id="left-out-title">In no list, and why</h2>
      <p class="section-note">
        {counted(records(), 'record')} of machines with several records. All of them stand in not-listed.csv.
      </p>
      <Show when={props.view.askedAgain > 0}>
        <p class="calm-notice">
          {counted(props.view.askedAgain, 'decision')} {props.view.askedAgain === 1 ? 'is' : 'are'} asked
          again, since what {props.view.askedAgain === 1 ? 'it rests' : 'they rest'} on has changed. Nothing
          of {props.view.askedAgain === 1 ? 'it' : 'them'} is handed over until it is answered.
        </p>
      </Show>
      <Show when={records() > 0}>
        <ScrollTable label="Records that are in no list">
          <table class="plain stacked left-out">
            <thead>
              <tr>
                <th class="number">Records</th>
                <th>Why</th>
                <th>For instance</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.view.leftOut}>
                {(line) => (
                  <tr>
                    <td class="number" data-label="Records">
                      {countText(line.records)}
                    </td>
                    <td data-label="Why">{LEFT_OUT_WORDS[line.reason]}</td>
                    <td data-label="For instance" class="fixed">
                      {line.examples.join(', ')}
                      {line.records > line.examples.length ? ' …' : ''}
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </ScrollTable>
      </Show>
      <Show when={without().none + without().shared + without().differing > 0}>
        <p class="section-note">{hostIdText(without())}</p>
      </Show>
      <p class="section-note">
        Not duplicates, each in a list of its own: {counted(props.view.figures.stale, 'stale record')},{' '}
        {counted(props.view.figures.collisions, 'record')} of several machines, which must not be purged. A
        comparison with an earlier export, on the screen{' '}
        <a href={app.route.href(toScreen('changes'))}>Changes</a>, may find more of these.
      </p>
    </section>
  );
}

function hostIdText({ none, shared, differing }: HandOverView['figures']['withoutHostId']): string {
  const parts = [
    ...(none > 0 ? [`${countText(none)} ${none === 1 ? 'has' : 'have'} no host ID`] : []),
    ...(shared > 0
      ? [`${countText(shared)} ${shared === 1 ? 'has' : 'have'} one that a record that stays has too`]
      : []),
    ...(differing > 0 ? [`${countText(differing)} ${differing === 1 ? 'has' : 'have'} two that differ`] : []),
  ];
  return `Of the redundant records, ${parts.join(', ')}: not in host-ids.txt.`;
}

function Preview(props: { view: HandOverView }) {
  const preview = () => props.view.preview;
  const all = () => props.view.figures.redundant;
  return (
    <Show when={preview().rows.length > 0}>
      <section aria-labelledby="preview-title">
        <h2 id="preview-title">redundant.csv</h2>
        <p class="section-note">
          {preview().rows.length < all()
            ? `The first ${preview().rows.length} of ${countText(all())} rows.`
            : `${counted(all(), 'row')}.`}
        </p>
        <ScrollTable label="First rows of redundant.csv">
          <table class="plain kit-preview">
            <thead>
              <tr>
                <For each={preview().headers}>{(header) => <th>{header}</th>}</For>
              </tr>
            </thead>
            <tbody>
              <For each={preview().rows}>
                {(row) => (
                  <tr>
                    <For each={row}>{(cell, at) => <td classList={{ fixed: at() < 3 }}>{cell}</td>}</For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </ScrollTable>
      </section>
    </Show>
  );
}
