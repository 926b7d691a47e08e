import { For, Show } from 'solid-js';
import { useApp, useEngine } from '../../../ui/context';
import { PairEvidenceTable } from '../../../ui/evidence/pair-evidence';
import { BesidePanel } from '../../../ui/panel/beside-panel';
import { ComparisonTable } from '../../../ui/panel/comparison-table';
import { SourceTimeline } from '../../../ui/panel/source-timeline';
import { toScreen } from '../../../ui/state/address';
import { REVIEW } from '../../../ui/state/review-address';
import { counted } from '../../../ui/words';
import type { MachineDetail, MachineList, MachinesCalls } from '../calls';
import { useMachines } from './context';
import { MachineGraph } from './machine-graph';

/** The lists whose entries the review asks about. */
const ASKED: ReadonlySet<MachineList> = new Set(['machines', 'redundant', 'weak', 'apart']);

/** One machine opened: what it is and what to do, the evidence, its records beside each other. */
export function MachinePanel(props: { list: MachineList; id: number; onClose: () => void }) {
  const engine = useEngine<MachinesCalls>();
  const machines = useMachines();
  const app = useApp();
  const toQuestion = ({ comparison }: MachineDetail) =>
    app.route.href(
      toScreen('review'),
      REVIEW.with({
        part: 'left',
        cause: '',
        records: comparison.assets.map(({ asset }) => asset).join('.'),
      }),
    );
  return (
    <BesidePanel
      class="machine-panel"
      label="Machine"
      question={{ list: props.list, id: props.id, version: machines.version() }}
      ask={({ list, id }) => engine.openMachine(list, id)}
      title={({ line }) => line.title}
      missing="Not in this list."
      onClose={() => props.onClose()}
    >
      {(opened) => (
        <>
          <WhatToDo detail={opened()} />
          <Show when={ASKED.has(props.list)}>
            <p>
              <a class="button button-small" href={toQuestion(opened())}>
                Decide in Review
              </a>
            </p>
          </Show>
          <section aria-label="Evidence">
            <h3>Evidence</h3>
            <Show when={opened().links.length > 0}>
              <MachineGraph comparison={opened().comparison} links={opened().links} />
            </Show>
            <For each={opened().evidence}>{(pair) => <PairEvidenceTable pair={pair} />}</For>
          </section>
          <h3>{counted(opened().comparison.assets.length, 'record')} beside each other</h3>
          <ComparisonTable comparison={opened().comparison} first={opened().line.keep !== null} />
          <SourceTimeline assets={opened().comparison.assets} />
        </>
      )}
    </BesidePanel>
  );
}

function WhatToDo(props: { detail: MachineDetail }) {
  const machines = useMachines();
  const cause = () => machines.view()?.causes.find(({ id }) => id === props.detail.line.cause);
  return (
    <div class="machine-todo">
      <Show when={cause()}>
        {(known) => (
          <>
            <p>
              <b>{known().title}.</b> {known().sentence}
            </p>
            <p>{known().action}</p>
            <For each={known().warnings ?? []}>{(warning) => <p class="machine-warning">{warning}</p>}</For>
          </>
        )}
      </Show>
      <Show when={props.detail.line.keep}>
        {(keep) => (
          <p>
            Keep <b class="fixed">{keep()}</b>. {props.detail.line.note}
          </p>
        )}
      </Show>
      <Show when={props.detail.line.redundant.length > 0}>
        <p>
          Redundant: <span class="fixed">{props.detail.line.redundant.join(', ')}</span>
        </p>
      </Show>
      <For each={props.detail.left}>
        {({ assetId, why }) => (
          <p>
            Leave <span class="fixed">{assetId}</span>. {why}
          </p>
        )}
      </For>
    </div>
  );
}
