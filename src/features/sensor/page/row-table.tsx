import { For, Show } from 'solid-js';
import { useApp } from '../../../ui/context';
import { CountLink } from '../../../ui/parts/count-link';
import { ScrollTable } from '../../../ui/parts/scroll-table';
import { countText } from '../../../ui/words';
import { ROW_TEXTS, SENSOR_ROWS, type SensorFigures, type SensorRow } from '../types/result';
import { toSensorPlace } from './state/place';

/** The seven published rows, word for word, with the passive assets on each; a count leads to its assets. */
export function RowTable(props: { figures: SensorFigures }) {
  const app = useApp();
  const outside = (row: SensorRow) => (row === 'R4' || row === 'R6' ? props.figures.outsideWindow[row] : 0);
  return (
    <ScrollTable label="The seven rows">
      <table class="plain row-table">
        <thead>
          <tr>
            <th>Row</th>
            <th>Correlation ID</th>
            <th>MACs</th>
            <th>IPs</th>
            <th>Host names</th>
            <th>Network</th>
            <th>De-duplicate?</th>
            <th class="number">Assets here</th>
          </tr>
        </thead>
        <tbody>
          <For each={SENSOR_ROWS}>
            {(row) => (
              <tr data-row={row}>
                <th scope="row">{row}</th>
                <Cell text={ROW_TEXTS[row].correlationId} />
                <Cell text={ROW_TEXTS[row].macs} />
                <Cell text={ROW_TEXTS[row].ips} />
                <Cell text={ROW_TEXTS[row].hostnames} />
                <Cell text={ROW_TEXTS[row].network} />
                <td class="row-verdict">{ROW_TEXTS[row].deduplicate}</td>
                <td class="number">
                  <CountLink
                    count={props.figures.rows[row]}
                    one="asset"
                    where={`on row ${row}`}
                    href={app.route.href(toSensorPlace({ part: 'verdicts', row }))}
                    bare
                  />
                  <Show when={outside(row) > 0}>
                    <p class="row-outside">and {countText(outside(row))} outside the window</p>
                  </Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </ScrollTable>
  );
}

function Cell(props: { text: string }) {
  return (
    <td classList={{ quiet: props.text === 'Does not matter' || props.text === 'N/A' }}>{props.text}</td>
  );
}
