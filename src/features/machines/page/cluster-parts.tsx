import { createResource, For, Show } from 'solid-js';
import { useApp, useEngine } from '../../../ui/context';
import { toScreen } from '../../../ui/state/address';
import type { PanelView } from '../../../ui/state/table-address';
import { counted, countText } from '../../../ui/words';
import type { MachinesCalls } from '../calls';
import { MACHINES } from './address';
import { useMachines } from './context';

/** In the panel of a cluster: the machines that it is made of, and the values that join them though they differ. */
export function ClusterPartsSection(props: { panel: PanelView }) {
  const app = useApp();
  const engine = useEngine<MachinesCalls>();
  const machines = useMachines();
  const cluster = () => (props.panel.kind === 'cluster' ? props.panel.cluster : null);
  const [parts] = createResource(
    () => {
      const shown = cluster();
      return shown === null || machines.version() === 0 ? null : { shown, version: machines.version() };
    },
    async ({ shown }) => {
      const outcome = await engine.clusterParts(shown);
      return outcome.ok ? outcome.value : null;
    },
  );
  const to = (list: 'machines' | 'apart', open: number) =>
    app.route.href(MACHINES.with({ ...MACHINES.start, list, open }), toScreen('machines'));
  return (
    <Show when={cluster() !== null && parts()}>
      {(known) => (
        <section class="cluster-parts" aria-labelledby="cluster-parts-title">
          <h3 id="cluster-parts-title">
            {counted(known().parts.length + known().more, 'machine')} in this cluster
          </h3>
          <ul>
            <For each={known().parts}>
              {(part) => (
                <li>
                  <Show when={part.machine} fallback={<span>{part.title}</span>}>
                    {(id) => <a href={to('machines', id())}>{part.title}</a>}
                  </Show>{' '}
                  <span class="quiet">
                    {counted(part.records, 'record')}
                    {part.strength === null ? '' : `, ${part.strength}`}
                  </span>
                </li>
              )}
            </For>
          </ul>
          <Show when={known().more > 0}>
            <p class="quiet">and {countText(known().more)} more.</p>
          </Show>
          <Show when={known().bridges.length > 0}>
            <h4>Joined only by</h4>
            <ul>
              <For each={known().bridges}>
                {(bridge) => (
                  <li>
                    <a class="fixed" href={to('apart', bridge.entry)}>
                      {bridge.value}
                    </a>{' '}
                    <span class="quiet">
                      {machines.titleOf(bridge.cause)}, {counted(bridge.machines, 'machine')}
                    </span>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </section>
      )}
    </Show>
  );
}
