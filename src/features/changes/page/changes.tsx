import { Show } from 'solid-js';
import { useApp } from '../../../ui/context';
import { Empty } from '../../../ui/parts/empty';
import { toScreen } from '../../../ui/state/address';
import { counted } from '../../../ui/words';
import type { ChangesView } from '../calls';
import { Balance, ComparisonChoice, Reversed } from './balance';
import { ChangeLists } from './change-lists';
import { useChanges } from './context';
import { OverTime } from './over-time';
import { ReadBack } from './read-back';
import './changes.css';

/** A dataset beside an earlier one, what became of a hand-over, and the figures of all datasets. */
export function ChangesScreen() {
  const state = useChanges();
  return (
    <section class="page changes" aria-labelledby="changes-title">
      <h1 id="changes-title" class="page-title">
        Changes
      </h1>
      <Show
        when={state.others().length > 0}
        fallback={
          <p class="lead">
            There is no other dataset to compare with. Import the next export, or an earlier one: datasets
            that are kept in this browser can be compared.
          </p>
        }
      >
        <ComparisonChoice />
        <Show when={state.view()} fallback={<Comparing />}>
          {(view) => (
            <>
              <Reversed view={view()} />
              <Balance view={view()} />
              <ChangeLists view={view()} />
              <Decisions view={view()} />
            </>
          )}
        </Show>
      </Show>
      <ReadBack />
      <OverTime />
    </section>
  );
}

/** A comparison that is being made, was stopped, or failed. */
function Comparing() {
  const state = useChanges();
  const text = () => {
    if (state.busy()) return `Comparing … ${state.percent()} %`;
    const trouble = state.trouble();
    return trouble === null ? 'The comparison was cancelled.' : `${trouble.what} ${trouble.remedy}`;
  };
  return (
    <>
      <Empty text={text()} busy={state.busy()} />
      <p class="compared">
        <Show
          when={state.busy()}
          fallback={
            <button type="button" class="button" onClick={state.again}>
              Compare
            </button>
          }
        >
          <button type="button" class="button" onClick={state.cancel}>
            Cancel
          </button>
        </Show>
      </p>
    </>
  );
}

/** What became of decisions in the open dataset. */
function Decisions(props: { view: ChangesView }) {
  const app = useApp();
  const decisions = () => props.view.decisions ?? { standing: 0, asked: 0 };
  return (
    <Show when={decisions().standing + decisions().asked > 0}>
      <section aria-labelledby="followed-title">
        <h2 id="followed-title">Decisions</h2>
        <p>
          {counted(decisions().standing, 'decision')} {decisions().standing === 1 ? 'holds' : 'hold'} in this
          dataset.{' '}
          <Show when={decisions().asked > 0}>
            <a href={app.route.href(toScreen('review'))}>
              {counted(decisions().asked, 'decision')} {decisions().asked === 1 ? 'is' : 'are'} asked again
            </a>
            , since what {decisions().asked === 1 ? 'it rests' : 'they rest'} on has changed.
          </Show>
        </p>
      </section>
    </Show>
  );
}
