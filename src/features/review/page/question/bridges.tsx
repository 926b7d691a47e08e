import { For, Show } from 'solid-js';
import { PairEvidenceTable } from '../../../../ui/evidence/pair-evidence';
import { counted } from '../../../../ui/words';
import type { ReviewItem } from '../../types';
import { useReview } from '../context';
import { partsOf } from '../state/draft';

/** The weak bridges at which the records could be split, and what both halves would be. */
export function Bridges(props: { item: ReviewItem }) {
  const review = useReview();
  const cut = () => review.draft().cut;
  const titleOf = (id: string) =>
    props.item.comparison.assets.find(({ assetId }) => assetId === id)?.title ?? '';
  return (
    <Show when={props.item.bridges.length > 0 && !review.hidden()}>
      <section class="review-bridges" aria-label="Weak bridges">
        <h3>
          {counted(props.item.bridges.length, 'weak bridge')} hold{props.item.bridges.length === 1 ? 's' : ''}{' '}
          these records together
        </h3>
        <ul>
          <For each={props.item.bridges}>
            {(bridge, place) => (
              <li class="review-bridge">
                <span>
                  {bridge.evidence.titles[0]} (<span class="fixed">{bridge.evidence.assetIds[0]}</span>) and{' '}
                  {bridge.evidence.titles[1]} (<span class="fixed">{bridge.evidence.assetIds[1]}</span>):{' '}
                  <b>{bridge.evidence.verdict}</b>,{' '}
                  {bridge.evidence.items.map(({ says }) => says.replace(/\.$/, '')).join('; ')}
                </span>
                <button
                  type="button"
                  class="button button-small"
                  aria-pressed={cut() === place()}
                  onClick={() => review.change({ cut: cut() === place() ? null : place() })}
                >
                  {cut() === place() ? 'Do not split' : `Split at bridge ${place() + 1}`}
                </button>
              </li>
            )}
          </For>
        </ul>
        <Show when={partsOf(props.item, review.draft())}>
          {(parts) => (
            <>
              <div class="review-halves">
                <For each={parts()}>
                  {(part, place) => (
                    <section aria-label={`Machine ${place() === 0 ? 'A' : 'B'}`}>
                      <h4>
                        Machine {place() === 0 ? 'A' : 'B'}, {counted(part.length, 'record')}
                      </h4>
                      <ul>
                        <For each={part}>
                          {(id) => (
                            <li>
                              {titleOf(id)} <span class="fixed quiet">{id}</span>
                            </li>
                          )}
                        </For>
                      </ul>
                    </section>
                  )}
                </For>
              </div>
              <PairEvidenceTable pair={props.item.bridges[cut()!]!.evidence} />
            </>
          )}
        </Show>
      </section>
    </Show>
  );
}
