import { Show } from 'solid-js';
import { useApp } from '../../../ui/context';
import { counted } from '../../../ui/words';
import type { SensorView } from '../types/view';
import { Examples } from './examples';
import { toSensorPlace } from './state/place';

/** No dataset is open: what this screen does, and examples to see it at once. */
export function NothingOpen() {
  const app = useApp();
  return (
    <div class="page">
      <Show when={app.session.job() === null} fallback={<h1 class="visually-hidden">Sensor check</h1>}>
        <section class="answer" aria-labelledby="sensor-title">
          <h1 id="sensor-title">What should Qualys have folded together, and why did it not?</h1>
          <p class="sensor-lead">
            Passive sensors and agents report devices that are managed already. This check tells for each
            passively sensed asset which managed one it should fold into by the published criteria, and what
            keeps the others apart. Import an export that has both, or open a worked example.
          </p>
          <p class="sensor-buttons">
            <button type="button" class="button button-primary" onClick={app.chooseFiles}>
              Choose files
            </button>
          </p>
        </section>
        <Examples />
      </Show>
    </div>
  );
}

/** The dataset has no passive asset: said plainly, with what to export or to reassign. */
export function NoPassive(props: { view: SensorView }) {
  const app = useApp();
  return (
    <section class="answer" aria-labelledby="sensor-title">
      <h1 id="sensor-title">No asset of this dataset was reported by a passive sensor alone.</h1>
      <p class="sensor-lead">
        There are {counted(props.view.figures.managed, 'managed asset')} and{' '}
        {counted(props.view.figures.other, 'asset')} of other sources, so there is nothing to compare. In
        Qualys, export the unmanaged assets as well: Global AssetView, Inventory, then both Managed and
        Unmanaged; or ask the Gateway for all assets without a filter on the source. Each asset needs its
        sources (inventoryListData) and its interfaces (networkInterfaceListData).
      </p>
      <p class="sensor-lead">
        If one of the sources found is a passive sensor under another name,{' '}
        <a href={app.route.href(toSensorPlace({ part: 'settings' }))}>reassign it</a>.
      </p>
    </section>
  );
}
