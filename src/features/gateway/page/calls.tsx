import { For } from 'solid-js';
import { ScrollTable } from '../../../ui/parts/scroll-table';
import { bytesText, counted, countText } from '../../../ui/words';
import type { GatewayCall } from '../types';

/** Each call with its status, newest first; never a body, a header or a credential. */
export function Calls(props: { calls: readonly GatewayCall[] }) {
  return (
    <section aria-labelledby="calls-title">
      <h2 id="calls-title">Calls</h2>
      <p class="section-note">
        {counted(props.calls[0]?.number ?? 0, 'call')}
        {(props.calls[0]?.number ?? 0) > props.calls.length
          ? `, of which the last ${countText(props.calls.length)} are listed`
          : ''}
        .
      </p>
      <ScrollTable label="Calls to the Gateway">
        <table class="plain gateway-calls">
          <thead>
            <tr>
              <th class="number">No.</th>
              <th>Call</th>
              <th>Status</th>
              <th class="number">Time</th>
              <th class="number">Received</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.calls}>
              {(call) => (
                <tr>
                  <td class="number">{countText(call.number)}</td>
                  <td class="fixed">{call.what}</td>
                  <td classList={{ 'gateway-failed': isFailed(call) }}>{statusText(call)}</td>
                  <td class="number">{call.status === null ? '' : `${countText(call.milliseconds)} ms`}</td>
                  <td class="number">{call.bytes === 0 ? '' : bytesText(call.bytes)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </ScrollTable>
    </section>
  );
}

function isFailed({ status }: GatewayCall): boolean {
  return status !== null && (status < 200 || status >= 300);
}

function statusText({ status }: GatewayCall): string {
  if (status === null) return 'running';
  return status === 0 ? 'no answer' : String(status);
}
