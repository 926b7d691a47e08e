import { For, Show } from 'solid-js';
import { useApp } from '../../../ui/context';
import { CountLink } from '../../../ui/parts/count-link';
import { Time } from '../../../ui/parts/time';
import { countText } from '../../../ui/words';
import type { ChangeList, ChangesView } from '../calls';
import { CHANGES } from './address';
import { useChanges } from './context';

/** Which two datasets are compared; at first the open one with the one before. */
export function ComparisonChoice() {
  const app = useApp();
  const state = useChanges();
  const openId = () => app.session.result()?.header.id;
  const laterOnes = () =>
    state.kept().some(({ header }) => header.id === openId())
      ? state.kept()
      : [app.session.result()!, ...state.kept()];
  const at = (id: string) => laterOnes().find(({ header }) => header.id === id)?.header.importedAt;
  return (
    <div class="compared">
      <label class="save-what">
        <span>Dataset</span>
        <select
          class="select"
          aria-label="Dataset to compare"
          onChange={(event) =>
            app.route.go(
              CHANGES.with({ later: event.currentTarget.value, earlier: '', open: null, cause: '' }),
            )
          }
        >
          <For each={laterOnes()}>
            {({ header }) => (
              <option value={header.id} selected={header.id === state.later()}>
                {header.name} ({countText(header.balance.assets)} assets)
                {header.id === openId() ? ', open' : ''}
              </option>
            )}
          </For>
        </select>
      </label>{' '}
      <label class="save-what">
        <span>Compared with</span>
        <select
          class="select"
          aria-label="Compared with"
          onChange={(event) =>
            app.route.go(CHANGES.with({ earlier: event.currentTarget.value, open: null, cause: '' }))
          }
        >
          <For each={state.others()}>
            {({ header }) => (
              <option value={header.id} selected={header.id === state.earlier()}>
                {header.name} ({countText(header.balance.assets)} assets)
              </option>
            )}
          </For>
        </select>
      </label>{' '}
      <span class="quiet">
        imported <Time at={at(state.earlier()) ?? Number.NaN} />
      </span>
    </div>
  );
}

/** Says that the dataset compared with is the newer one, and turns the two round. */
export function Reversed(props: { view: ChangesView }) {
  const app = useApp();
  const turned = () =>
    app.route.href(
      CHANGES.with({ later: props.view.earlier.id, earlier: props.view.later.id, open: null, cause: '' }),
    );
  return (
    <Show when={props.view.isReversed}>
      <p class="calm-notice" role="note">
        “{props.view.earlier.name}” has newer activity than “{props.view.later.name}”: what is new here may be
        gone there. <a href={turned()}>Compare them the other way round</a>
      </p>
    </Show>
  );
}

/** Both datasets as sums of the lists; each number leads to its list. */
export function Balance(props: { view: ChangesView }) {
  const app = useApp();
  const counts = () => props.view.counts;
  const link = (list: ChangeList, words: string) => (
    <>
      <CountLink
        bare
        count={counts()[list]}
        one={words}
        many={words}
        href={app.route.href(CHANGES.with({ list, cause: '', open: null }))}
      />{' '}
      {words}
    </>
  );
  return (
    <div class="balance">
      <p>
        <span class="balance-name">{props.view.earlier.name}</span>{' '}
        <b>{countText(props.view.earlier.assets)}</b> assets = {link('gone', 'gone')} +{' '}
        {countText(counts().back)} under another ID + {countText(counts().still)} still there +{' '}
        {countText(counts().changed)} changed
      </p>
      <p>
        <span class="balance-name">{props.view.later.name}</span> <b>{countText(props.view.later.assets)}</b>{' '}
        assets = {link('new', 'new')} + {link('back', 'came back')} + {link('still', 'still there')} +{' '}
        {link('changed', 'changed')}
      </p>
    </div>
  );
}
