import { For, Show } from 'solid-js';
import type { JudgementFigures } from '../../../model/judgement';
import { useApp } from '../../../ui/context';
import { CountLink } from '../../../ui/parts/count-link';
import { toScreen } from '../../../ui/state/address';
import { counted, countText } from '../../../ui/words';
import { MACHINES } from './address';
import { useMachines } from './context';
import './overview.css';

/** On the Overview: what a person can act upon, then by cause; each number leads to its list. */
export function MachinesAnswer() {
  const machines = useMachines();
  return (
    <section class="machines-answer" aria-label="Machines" aria-busy={machines.busy()}>
      <Show
        when={machines.view()}
        fallback={
          <p class="quiet">{machines.trouble()?.what ?? 'Judging which records are one machine …'}</p>
        }
      >
        {(view) => <Sentence figures={view().figures} />}
      </Show>
    </section>
  );
}

function Sentence(props: { figures: JudgementFigures }) {
  const app = useApp();
  const machines = useMachines();
  const to = (change: Partial<typeof MACHINES.start>) =>
    app.route.href(MACHINES.with({ ...MACHINES.start, ...change }), toScreen('machines'));
  return (
    <>
      <p class="machines-sentence">
        <Show
          when={props.figures.machines > 0}
          fallback="Every machine has one record, as far as the data can tell."
        >
          <CountLink count={props.figures.machines} one="machine" href={to({ list: 'machines' })} />{' '}
          {props.figures.machines === 1 ? 'has' : 'have'} {counted(props.figures.records, 'record')}:{' '}
          <CountLink
            count={props.figures.redundant}
            one="redundant record"
            href={to({ list: 'redundant' })}
          />
          .
        </Show>{' '}
        <Show when={props.figures.weak > 0}>
          <CountLink count={props.figures.weak} one="weak set" href={to({ list: 'weak' })} /> for a look.{' '}
        </Show>
        <Show when={props.figures.apart > 0}>
          <CountLink count={props.figures.apart} one="shared value" href={to({ list: 'apart' })} /> of
          different machines.
        </Show>
      </p>
      <Show when={props.figures.byCause.length > 0}>
        <ul class="machines-causes" aria-label="Causes">
          <For each={props.figures.byCause}>
            {({ cause, machines: count }) => (
              <li>
                <a href={to({ list: 'machines', cause })}>
                  <b>{countText(count)}</b> {machines.titleOf(cause)}
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}
