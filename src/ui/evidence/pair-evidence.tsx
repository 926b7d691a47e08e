import { For } from 'solid-js';
import type { PairEvidence } from '../../model/judgement';
import { shownText } from '../../wording/shown-text';

const VERDICT_WORDS = {
  strong: 'strong: one machine',
  likely: 'likely one machine',
  weak: 'weak: not certain enough to act upon',
  none: 'nothing in common that identifies a machine',
  conflict: 'different machines',
} as const;

/** The sum of a pair, item by item: how the verdict came about. */
export function PairEvidenceTable(props: { pair: PairEvidence }) {
  return (
    <table class="plain stacked evidence">
      <caption>
        {shownText(props.pair.titles[0])} (<span class="fixed">{props.pair.assetIds[0]}</span>) and{' '}
        {shownText(props.pair.titles[1])} (<span class="fixed">{props.pair.assetIds[1]}</span>):{' '}
        <b>{VERDICT_WORDS[props.pair.verdict]}</b>
      </caption>
      <thead>
        <tr>
          <th class="number">Points</th>
          <th>What</th>
          <th>First</th>
          <th>Second</th>
          <th class="number" title="Assets that have the value">
            Shared
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.pair.items}>
          {(item) => (
            <tr classList={{ 'evidence-against': item.veto || item.weight < 0 }}>
              <td class="number" data-label="Points">
                {item.veto ? 'veto' : `${item.weight > 0 ? '+' : ''}${item.weight}`}
              </td>
              <td data-label="What">{item.says}</td>
              <td class="fixed cut" data-label="First" title={shownText(item.values[0])}>
                {shownText(item.values[0]) || '–'}
              </td>
              <td class="fixed cut" data-label="Second" title={shownText(item.values[1])}>
                {shownText(item.values[1]) || '–'}
              </td>
              <td class="number" data-label="Shared">
                {item.shared === 0 ? '' : item.shared.toLocaleString('en')}
              </td>
            </tr>
          )}
        </For>
      </tbody>
      <tfoot>
        <tr>
          <td class="number" data-label="Sum">
            <b>{props.pair.verdict === 'conflict' ? 'veto' : props.pair.sum}</b>
          </td>
          <td colSpan={4}>Strong from 100, likely from 60; a veto forbids whatever agrees.</td>
        </tr>
      </tfoot>
    </table>
  );
}
