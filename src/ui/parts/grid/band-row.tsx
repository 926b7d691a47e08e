import { type JSX, Show } from 'solid-js';
import { isFixedWidthRule, RULE_LABELS } from '../../../model/rule';
import type { BandLine } from '../../../model/table';
import { shownText } from '../../../wording/shown-text';
import { alsoText, counted, countText, valueText } from '../../words';

/** The line before a group: its number, what it shares, how many share it, and why that counts. */
export function BandCell(props: {
  line: BandLine;
  row: number;
  columns: number;
  active: boolean;
  /** What can be done with a group, at the end of its band; made once and used again for other bands. */
  action: BandAction | undefined;
}) {
  return (
    <div
      id={`cell-${props.row}-0`}
      class="band"
      classList={{ 'cell-active': props.active }}
      role="gridcell"
      aria-colindex={1}
      aria-colspan={props.columns}
      data-column={0}
    >
      <span class="band-number">Group {props.line.group + 1}</span>
      <span class="band-value">
        <span class="band-field">{RULE_LABELS[props.line.rule]}</span>
        <bdi class="band-text" classList={{ fixed: isFixedWidthRule(props.line.rule) }}>
          {shownText(valueText(props.line.rule, props.line.value))}
        </bdi>
      </span>
      <span class="band-why">{shownText(props.line.why)}</span>
      <Show when={props.line.also.length > 0}>
        <span class="band-also">{alsoText(props.line.also)}</span>
      </Show>
      <Show when={props.line.shown < props.line.size}>
        <span class="band-size">
          {countText(props.line.shown)} of {counted(props.line.size, 'asset')} shown
        </span>
      </Show>
      <Show when={props.action}>
        {(action) => <span class="band-action">{action()(() => props.line)}</span>}
      </Show>
    </div>
  );
}

export type BandAction = (line: () => BandLine) => JSX.Element;
