import { For } from 'solid-js';
import { ScrollTable } from '../../../ui/parts/scroll-table';
import { countText } from '../../../ui/words';
import type { ExclusionEffect } from '../types/list';

/** What each entry of the exclusion list does in this dataset. */
export function Exclusions(props: { list: readonly ExclusionEffect[] }) {
  return (
    <section aria-labelledby="exclusions-title">
      <h2 id="exclusions-title">What the exclusion list keeps apart</h2>
      <p class="section-note">Separate assets that would merge by a host name if it were not excluded.</p>
      <ScrollTable label="What the exclusion list keeps apart, table">
        <table class="plain">
          <thead>
            <tr>
              <th>Excluded</th>
              <th class="number">Host names here</th>
              <th class="number">Assets kept apart</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.list}>
              {(effect) => (
                <tr>
                  <td class="fixed">{effect.pattern}</td>
                  <td class="number">{countText(effect.hostnames)}</td>
                  <td class="number">{countText(effect.keptApart)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </ScrollTable>
    </section>
  );
}
