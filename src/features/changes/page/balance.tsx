import { For } from 'solid-js';
import { useApp } from '../../../ui/context';
import { CountLink } from '../../../ui/parts/count-link';
import { Time } from '../../../ui/parts/time';
import { countText } from '../../../ui/words';
import type { ChangeList, ChangesView } from '../calls';
import { CHANGES } from './address';
import { useChanges } from './context';

/** Which dataset the open one is compared with. */
export function ComparisonChoice() {
  const app = useApp();
  const state = useChanges();
  return (
    <p class="compared">
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
        imported{' '}
        <Time
          at={
            state.others().find(({ header }) => header.id === state.earlier())?.header.importedAt ??
            Number.NaN
          }
        />
      </span>
    </p>
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
