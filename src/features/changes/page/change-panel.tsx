import { createResource, For, Show } from 'solid-js';
import { useApp, useEngine } from '../../../ui/context';
import { Icon } from '../../../ui/parts/icon';
import type { ChangeList, ChangesCalls } from '../calls';
import { useChanges } from './context';

/** One record then and now; what differs is marked by weight and sign. */
export function ChangePanel(props: { list: ChangeList; asset: number; onClose: () => void }) {
  const app = useApp();
  const engine = useEngine<ChangesCalls>();
  const state = useChanges();
  const [detail] = createResource(
    () => ({ list: props.list, asset: props.asset, version: state.version() }),
    async ({ list, asset }) => {
      const outcome = await engine.openChange(list, asset);
      if (!outcome.ok && outcome.trouble !== null) app.session.report(outcome.trouble);
      return outcome.ok ? outcome.value : null;
    },
  );
  return (
    <aside
      class="change-panel"
      aria-label="Then and now"
      onKeyDown={(event) => event.key === 'Escape' && props.onClose()}
    >
      <Show
        when={detail()}
        fallback={<p class="quiet">{detail.loading ? 'Opening …' : 'Not in this list.'}</p>}
      >
        {(opened) => (
          <>
            <div class="section-head">
              <h2 class="cut">{opened().line.title}</h2>
              <button
                type="button"
                class="button button-icon"
                aria-label="Close"
                onClick={() => props.onClose()}
              >
                <Icon name="close" />
              </button>
            </div>
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
                      <td>{row.before || '–'}</td>
                      <td>
                        <span role="img" aria-label={row.differs ? 'differs' : 'the same'}>
                          {row.differs ? '≠' : '='}
                        </span>
                      </td>
                      <td>{row.after || '–'}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </>
        )}
      </Show>
    </aside>
  );
}
