import { For, type JSX } from 'solid-js';
import { RULE_IDS, RULE_LABELS, type RuleId } from '../../../../model/rule';
import type { DetectionSettings } from '../../../../model/settings';

/** The rules and the switches beside them, each with what it does. */
export function RuleSwitches(props: {
  settings: DetectionSettings;
  onChange: (part: Partial<DetectionSettings>) => void;
}) {
  const toggle = (rule: RuleId, on: boolean) =>
    props.onChange({
      rules: RULE_IDS.filter((id) => (id === rule ? on : props.settings.rules.includes(id))),
    });
  const isOnly = (rule: RuleId) => props.settings.rules.length === 1 && props.settings.rules[0] === rule;
  return (
    <>
      <fieldset class="setting-set">
        <legend>Fields that take part</legend>
        <div class="rule-checks">
          <For each={RULE_IDS}>
            {(rule) => (
              <label class="check">
                <input
                  type="checkbox"
                  checked={props.settings.rules.includes(rule)}
                  disabled={isOnly(rule)}
                  onChange={(event) => toggle(rule, event.currentTarget.checked)}
                />
                <span>{RULE_LABELS[rule]}</span>
              </label>
            )}
          </For>
        </div>
        <p class="setting-note">At least one field takes part.</p>
      </fieldset>
      <fieldset class="setting-set">
        <legend>How values are matched</legend>
        <Switch
          label="Ignore nothing"
          note="Every shared value counts: the list of ignored values is not applied."
          on={props.settings.matchExactly}
          onChange={(matchExactly) => props.onChange({ matchExactly })}
        />
        <Switch
          label="Interface addresses too"
          note="The IPv4 rule also reads the addresses of the interfaces, not only the primary one."
          on={props.settings.interfaceAddresses}
          onChange={(interfaceAddresses) => props.onChange({ interfaceAddresses })}
        />
        <Switch
          label="Leave out assets known only to EASM"
          note="How many that leaves out is shown with the figures."
          on={props.settings.leaveOutEasmOnly}
          onChange={(leaveOutEasmOnly) => props.onChange({ leaveOutEasmOnly })}
        />
        <label class="setting-number">
          Point out values shared by at least{' '}
          <input
            class="field field-number"
            type="number"
            min="2"
            max="1000000"
            value={props.settings.sharedWidelyFrom}
            onChange={(event) => {
              const from = Math.round(event.currentTarget.valueAsNumber);
              if (from >= 2) props.onChange({ sharedWidelyFrom: from });
              else event.currentTarget.value = String(props.settings.sharedWidelyFrom);
            }}
          />{' '}
          assets as shared widely.
        </label>
        <p class="setting-note">They still count.</p>
      </fieldset>
    </>
  );
}

function Switch(props: { label: string; note: JSX.Element; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <div class="setting">
      <label class="check">
        <input
          type="checkbox"
          checked={props.on}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span>{props.label}</span>
      </label>
      <p class="setting-note">{props.note}</p>
    </div>
  );
}
