import { For, Show } from 'solid-js';
import type { QueryForm } from './query-form';

const TRACKING_METHODS = ['QAGENT', 'IP', 'DNSNAME', 'NETBIOS', 'INSTANCE_ID'];

/** Which assets to ask for; empty fields take all. `refused`: the Gateway did not take the filter of the last call. */
export function Filter(props: { form: QueryForm; refused: boolean; busy: boolean; onWithout: () => void }) {
  return (
    <fieldset class="gateway-set">
      <legend>Which assets</legend>
      <div class="gateway-fields">
        <label class="gateway-field">
          Updated since
          <input
            class="field"
            type="date"
            value={props.form.updatedSince()}
            onInput={(event) => props.form.set('updatedSince', event.currentTarget.value)}
          />
        </label>
        <label class="gateway-field">
          Tag
          <input
            class="field"
            type="text"
            autocomplete="off"
            placeholder="exact name"
            value={props.form.tag()}
            onInput={(event) => props.form.set('tag', event.currentTarget.value)}
          />
        </label>
        <label class="gateway-field">
          Name contains
          <input
            class="field"
            type="text"
            autocomplete="off"
            value={props.form.nameContains()}
            onInput={(event) => props.form.set('nameContains', event.currentTarget.value)}
          />
        </label>
        <label class="gateway-field">
          Operating system
          <input
            class="field"
            type="text"
            autocomplete="off"
            placeholder="contains"
            value={props.form.operatingSystem()}
            onInput={(event) => props.form.set('operatingSystem', event.currentTarget.value)}
          />
        </label>
        <label class="gateway-field">
          Tracking method
          <select
            class="select"
            value={props.form.trackingMethod()}
            onChange={(event) => props.form.set('trackingMethod', event.currentTarget.value)}
          >
            <option value="">any</option>
            <For each={TRACKING_METHODS}>{(method) => <option value={method}>{method}</option>}</For>
          </select>
        </label>
        <label class="gateway-field">
          Source
          <input
            class="field"
            type="text"
            autocomplete="off"
            placeholder="such as QAGENT"
            value={props.form.source()}
            onInput={(event) => props.form.set('source', event.currentTarget.value)}
          />
        </label>
        <label class="gateway-field">
          Page size
          <input
            class="field field-number"
            type="number"
            min="1"
            max="300"
            value={props.form.pageSize()}
            onChange={(event) => {
              props.form.setPageSize(event.currentTarget.valueAsNumber);
              event.currentTarget.value = String(props.form.pageSize());
            }}
          />
        </label>
      </div>
      <Show when={props.refused}>
        <p class="gateway-answer gateway-answer-warn">
          The Gateway did not take this filter.{' '}
          <button
            type="button"
            class="button button-small"
            disabled={props.busy}
            onClick={() => {
              props.form.clearFilter();
              props.onWithout();
            }}
          >
            Fetch without the filter
          </button>
        </p>
      </Show>
      <p class="quiet">Empty fields take all assets. Only the fields that Doublet reads are asked for.</p>
    </fieldset>
  );
}
