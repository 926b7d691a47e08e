import type { QueryForm } from './query-form';

/** Which assets to ask for; empty fields take all. */
export function Filter(props: { form: QueryForm }) {
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
      <p class="quiet">Empty fields take all assets. Only the fields that Doublet reads are asked for.</p>
    </fieldset>
  );
}
