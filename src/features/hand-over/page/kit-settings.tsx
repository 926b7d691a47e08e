import type { JSX } from 'solid-js';
import type { HandOverSettings } from '../types';
import { useHandOver } from './context';

/** What goes into the kit. Applied at once, kept for every dataset. */
export function KitSettings(props: { settings: HandOverSettings }) {
  const state = useHandOver();
  const change = (change: Partial<HandOverSettings>) => void state.change({ ...props.settings, ...change });
  return (
    <section aria-labelledby="kit-settings-title">
      <h2 id="kit-settings-title">What goes into it</h2>
      <p class="section-note">Applied at once, and kept for every dataset.</p>
      <label class="check">
        <input
          type="checkbox"
          checked={props.settings.proposals}
          onChange={(event) => change({ proposals: event.currentTarget.checked })}
        />
        <span>
          Also strong proposals that nobody has decided about
          <span class="setting-note kit-note">
            Likely and weak ones are never handed over without a decision.
          </span>
        </span>
      </label>
      <div class="kit-fields">
        <Field
          label="Tag name"
          note="Make a static tag of this name in Qualys."
          value={props.settings.tagName}
          onValue={(tagName) => change({ tagName })}
        />
        <Field
          label="Tag ID"
          note="Its number; the call that tags needs it. Without it the files have a gap to fill."
          value={props.settings.tagId}
          pattern="\d{0,20}"
          onValue={(tagId) => change({ tagId })}
        />
        <Field
          label="QQL token"
          note="The console's search token for the asset ID; it differs between modules."
          value={props.settings.token}
          pattern="[A-Za-z][\w.]*"
          onValue={(token) => change({ token })}
        />
        <Field
          label="IDs in a query"
          note="Fewer, if the console refuses a query as too long."
          value={String(props.settings.chunkSize)}
          pattern="[1-9]\d{0,3}|10000"
          onValue={(text) => change({ chunkSize: Number(text) })}
        />
      </div>
    </section>
  );
}

function Field(props: {
  label: string;
  note: string;
  value: string;
  pattern?: string;
  onValue: (value: string) => void;
}): JSX.Element {
  return (
    <label class="kit-field">
      <span>{props.label}</span>
      <input
        class="field"
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={props.value}
        pattern={props.pattern}
        onChange={(event) => {
          const input = event.currentTarget;
          const value = input.value.trim();
          if (input.checkValidity() && value !== props.value) props.onValue(value);
          // What cannot be taken stays in sight, marked by the browser.
          else input.reportValidity();
        }}
      />
      <span class="setting-note">{props.note}</span>
    </label>
  );
}
