import { createMemo, For, Show } from 'solid-js';
import type { Agreement, AssetRecord, Comparison, FieldValue } from '../../model/comparison';
import { FIELD_IDS, FIELDS, type FieldId, type FieldSection } from '../../model/field';
import { LongText } from '../parts/long-text';
import { Time } from '../parts/time';

const SECTIONS: readonly (readonly [FieldSection, string])[] = [
  ['identity', 'Identity'],
  ['network', 'Network'],
  ['activity', 'Activity'],
  ['machine', 'Machine'],
  ['other', 'Other identifiers'],
];

/** The timeline has the sources; the ID stands above each column, where it is no difference but a name. */
const IN_HEAD: readonly FieldId[] = ['sources', 'assetId'];

/** "QAGENT, IP": each once. */
function sourceNames(asset: AssetRecord): string {
  return [...new Set(asset.fields.sources?.values ?? [])].join(', ');
}

/** Words and signs, so that a difference never stands in colour alone. */
const SIGNS: Readonly<Record<Agreement, readonly [sign: string, words: string]>> = {
  same: ['=', 'same'],
  partly: ['≈', 'some in common'],
  different: ['≠', 'differs'],
  incomplete: ['·', 'not in all'],
};

/** Fields as rows, assets as columns: equal values quiet, differing ones marked by weight and sign. */
export function ComparisonTable(props: { comparison: Comparison; first: boolean }) {
  const fields = createMemo(() =>
    FIELD_IDS.filter(
      (field) =>
        !IN_HEAD.includes(field) && props.comparison.assets.some((asset) => isFilled(asset.fields[field])),
    ),
  );
  return (
    <div class="comparison" tabIndex={0} role="region" aria-label="Fields compared">
      <table>
        <thead>
          <tr>
            <th class="comparison-field">
              Field
              <Show when={props.comparison.assets.length > 1}>
                <span class="comparison-legend">
                  <span>= same</span> <span>≠ differs</span> <span>≈ in part</span> <span>· not in all</span>
                </span>
              </Show>
            </th>
            <For each={props.comparison.assets}>
              {(asset, place) => (
                <th classList={{ 'comparison-first': props.first && place() === 0 }}>
                  <span class="cut" title={asset.title}>
                    {asset.title}
                  </span>
                  <span class="comparison-id fixed">{asset.fields.assetId?.values[0] ?? asset.assetId}</span>
                  <span class="comparison-sources">{sourceNames(asset)}</span>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <For each={SECTIONS}>
          {([section, label]) => (
            <Show when={fields().some((field) => FIELDS[field].section === section)}>
              <tbody>
                <tr class="comparison-section">
                  <th colSpan={props.comparison.assets.length + 1} scope="rowgroup">
                    {label}
                  </th>
                </tr>
                <For each={fields().filter((field) => FIELDS[field].section === section)}>
                  {(field) => (
                    <FieldRow
                      field={field}
                      assets={props.comparison.assets}
                      agreement={
                        props.comparison.assets.length > 1 ? props.comparison.agreement[field] : undefined
                      }
                    />
                  )}
                </For>
              </tbody>
            </Show>
          )}
        </For>
      </table>
    </div>
  );
}

function FieldRow(props: {
  field: FieldId;
  assets: readonly AssetRecord[];
  agreement: Agreement | undefined;
}) {
  const sign = () => (props.agreement === undefined ? undefined : SIGNS[props.agreement]);
  return (
    <tr classList={{ [`is-${props.agreement ?? 'alone'}`]: true }}>
      <th scope="row" class="comparison-field">
        <span class="sign" title={sign()?.[1]} aria-hidden="true">
          {sign()?.[0] ?? ''}
        </span>
        {FIELDS[props.field].label}
        <Show when={sign()}>{(known) => <span class="visually-hidden">, {known()[1]}</span>}</Show>
      </th>
      <For each={props.assets}>
        {(asset) => (
          <td classList={{ fixed: isFixed(props.field) }}>
            <Value
              value={asset.fields[props.field]}
              matched={asset.matched?.[props.field]}
              label={FIELDS[props.field].label}
            />
          </td>
        )}
      </For>
    </tr>
  );
}

/** Values that match are marked as they are in the table. */
function Value(props: {
  value: FieldValue | undefined;
  matched: readonly string[] | undefined;
  label: string;
}) {
  const values = () => [...(props.value?.values ?? [])].sort((one, other) => rank(one) - rank(other));
  const rank = (text: string) => (props.matched?.includes(text) === true ? 0 : 1);
  return (
    <Show when={isFilled(props.value)} fallback={<span class="none">–</span>}>
      <Show
        when={props.value?.time !== undefined && !Number.isNaN(props.value.time)}
        fallback={
          <For each={values()}>
            {(text) => (
              <div class="value">
                <span classList={{ matched: rank(text) === 0 }}>
                  <LongText text={text} label={props.label} />
                </span>
              </div>
            )}
          </For>
        }
      >
        <Time at={props.value!.time!} />
      </Show>
    </Show>
  );
}

function isFilled(value: FieldValue | undefined): boolean {
  if (value === undefined) return false;
  if (value.time !== undefined) return !Number.isNaN(value.time);
  return value.values.some((text) => text !== '');
}

function isFixed(field: FieldId): boolean {
  return /^(assetId|address|macAddresses|interfaceAddresses|.*Uuid|hostId|qwebHostId|agentId|correlationId|networkId|biosSerialNumber|cloudInstanceId)$/.test(
    field,
  );
}
