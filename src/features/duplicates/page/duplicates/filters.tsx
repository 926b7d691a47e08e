import { Show } from 'solid-js';
import { RULE_LABELS } from '../../../../model/rule';
import { useApp } from '../../../../ui/context';
import { Icon } from '../../../../ui/parts/icon';
import { TABLE } from '../../../../ui/state/table-address';
import { overlapText } from './filter-texts';

/** Filters that came from another screen, each with a way to drop it. */
export function Filters() {
  const app = useApp();
  const view = () => app.route.of(TABLE);
  return (
    <>
      <Show when={view().overlap !== null}>
        <button
          type="button"
          class="chip-button chip-on"
          onClick={() => app.route.go(TABLE.with({ overlap: null }))}
        >
          {overlapText(view().overlap!)}
          <Icon name="close" />
          <span class="visually-hidden">Remove this filter</span>
        </button>
      </Show>
      <Show when={view().matching}>
        {(rule) => (
          <button
            type="button"
            class="chip-button chip-on"
            onClick={() => app.route.go(TABLE.with({ matching: null }))}
          >
            {RULE_LABELS[rule()]} matches
            <Icon name="close" />
            <span class="visually-hidden">Remove this filter</span>
          </button>
        )}
      </Show>
      <Show when={view().cluster !== null}>
        <button
          type="button"
          class="chip-button chip-on"
          onClick={() => app.route.go(TABLE.with({ cluster: null }))}
        >
          Cluster {view().cluster! + 1}
          <Icon name="close" />
          <span class="visually-hidden">Remove this filter</span>
        </button>
      </Show>
      <Show when={view().group !== null}>
        <button
          type="button"
          class="chip-button chip-on"
          onClick={() => app.route.go(TABLE.with({ group: null }))}
        >
          Group {view().group! + 1}
          <Icon name="close" />
          <span class="visually-hidden">Remove this filter</span>
        </button>
      </Show>
    </>
  );
}
