import { For, Show } from 'solid-js';
import { useEngine } from '../../../ui/context';
import { BesidePanel } from '../../../ui/panel/beside-panel';
import { LongText } from '../../../ui/parts/long-text';
import type { ChangeList, ChangesCalls } from '../calls';
import { useChanges } from './context';

/** One record then and now; what differs is marked by weight and sign. */
export function ChangePanel(props: { list: ChangeList; asset: number; onClose: () => void }) {
  const engine = useEngine<ChangesCalls>();
  const state = useChanges();
  return (
    <BesidePanel
      class="change-panel"
      label="Then and now"
      question={{ list: props.list, asset: props.asset, version: state.version() }}
      ask={({ list, asset }) => engine.openChange(list, asset)}
      title={({ line }) => line.title}
      missing="Not in this list."
      onClose={() => props.onClose()}
    >
      {(opened) => (
        <>
          <Show when={opened().causeText}>
            {(cause) => (
              <>
                <p>
                  <b>{cause().title}.</b> {cause().sentence}
                </p>
                <p>{cause().action}</p>
              </>
            )}
          </Show>
          <table class="plain change-rows">
            <thead>
              <tr>
                <th>
                  <span class="visually-hidden">Field</span>
                </th>
                <th>Then</th>
                <th>
                  <span class="visually-hidden">Differs</span>
                </th>
                <th>Now</th>
              </tr>
            </thead>
            <tbody>
              <For each={opened().rows}>
                {(row) => (
                  <tr classList={{ 'change-differs': row.differs }}>
                    <th scope="row">{row.label}</th>
                    <td>
                      <LongText text={row.before || '–'} label={`${row.label}, then`} />
                    </td>
                    <td>
                      <span role="img" aria-label={row.differs ? 'differs' : 'the same'}>
                        {row.differs ? '≠' : '='}
                      </span>
                    </td>
                    <td>
                      <LongText text={row.after || '–'} label={`${row.label}, now`} />
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </>
      )}
    </BesidePanel>
  );
}
