import { For, Show } from 'solid-js';
import type { JudgementFigures } from '../../../model/judgement';
import { useApp } from '../../../ui/context';
import { CountLink } from '../../../ui/parts/count-link';
import { toScreen } from '../../../ui/state/address';
import { counted, countText } from '../../../ui/words';
import { MACHINES } from './address';
import { useMachines } from './context';
import './overview.css';

/** The headline of the Overview: what a person can act upon; each number leads to its list. */
export function MachinesAnswer() {
  const machines = useMachines();
  return (
    <section class="machines-answer" aria-label="Machines" aria-busy={machines.busy()}>
      <h1>
        <Show
          when={machines.view()}
          fallback={machines.trouble()?.what ?? 'Judging which records are one machine …'}
        >
          {(view) => <Sentence figures={view().figures} />}
        </Show>
      </h1>
    </section>
  );
}

/** The machines by cause, most records first, each leading to its list. */
export function MachineCauses() {
  const machines = useMachines();
  const to = createMachinesLink();
  return (
    <Show when={machines.view()?.figures.byCause.length}>
      <ul class="machines-causes" aria-label="Causes">
        <For each={machines.view()!.figures.byCause}>
          {({ cause, machines: count, redundant }) => (
            <li>
              <a href={to({ list: 'machines', cause })}>
                <b>{countText(count)}</b> {machines.titleOf(cause)}
              </a>
              <Show when={redundant > 0}>
                <span class="quiet"> {countText(redundant)} redundant</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function createMachinesLink() {
  const app = useApp();
  return (change: Partial<typeof MACHINES.start>) =>
    app.route.href(MACHINES.with({ ...MACHINES.start, ...change }), toScreen('machines'));
}

function Sentence(props: { figures: JudgementFigures }) {
  const to = createMachinesLink();
  const needLook = () => props.figures.weak;
  return (
    <>
      <Show
        when={props.figures.machines > 0}
        fallback="Every machine has one record, as far as the data can tell."
      >
        <CountLink count={props.figures.machines} one="machine" href={to({ list: 'machines' })} />{' '}
        {props.figures.machines === 1 ? 'has' : 'have'} {counted(props.figures.records, 'record')}:{' '}
        <Show when={props.figures.redundant > 0} fallback="none is redundant">
          <a href={to({ list: 'redundant' })}>{countText(props.figures.redundant)}</a>{' '}
          {props.figures.redundant === 1 ? 'is' : 'are'} redundant
        </Show>
        <Show when={needLook() > 0} fallback=".">
          ,{' '}
          <a href={to({ list: 'weak' })}>
            {countText(needLook())} {needLook() === 1 ? 'set' : 'sets'}
          </a>{' '}
          {needLook() === 1 ? 'needs' : 'need'} a look.
        </Show>
      </Show>{' '}
      <Show when={props.figures.apart > 0}>
        <CountLink count={props.figures.apart} one="value" href={to({ list: 'apart' })} />{' '}
        {props.figures.apart === 1 ? 'is' : 'are'} shared by different machines.
      </Show>
    </>
  );
}
