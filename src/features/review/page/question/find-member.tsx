import { createResource, createSignal, For, onCleanup, Show } from 'solid-js';
import { valueOr } from '../../../../model/outcome';
import { useEngine } from '../../../../ui/context';
import { counted } from '../../../../ui/words';
import type { ReviewCalls } from '../../calls';
import type { ReviewItem } from '../../types';
import { useReview } from '../context';

/** Rest after the last letter before the search starts, ms. */
const REST = 200;

/** Finds a record that is missing in the question by any of its values, and adds it. */
export function FindMember(props: { item: ReviewItem }) {
  const review = useReview();
  const engine = useEngine<ReviewCalls>();
  const [typed, setTyped] = createSignal('');
  const [wanted, setWanted] = createSignal('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const [found] = createResource(
    () => wanted().trim(),
    async (text) => (text === '' ? null : { text, records: valueOr(await engine.findMember(text), []) }),
  );
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer);
    timer = setTimeout(() => setWanted(text), REST);
  };
  const isIn = (id: string) =>
    props.item.assetIds.includes(id) || review.draft().added.some(({ assetId }) => assetId === id);
  const add = (assetId: string, title: string) => {
    review.change({ added: [...review.draft().added, { assetId, title }] });
    review.choose(assetId);
    review.say(`${title} is added.`);
    setTyped('');
    setWanted('');
  };
  return (
    <div class="review-find">
      <label class="save-what">
        <span>A record is missing?</span>
        <input
          id="review-find"
          class="search"
          type="search"
          autocomplete="off"
          spellcheck={false}
          aria-label="Find a record by any value"
          placeholder="Find it by any value"
          value={typed()}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </label>
      <Show when={found.latest}>
        {(answer) => (
          <>
            <p class="quiet" role="status">
              {answer().records.length === 0
                ? `No record has “${answer().text}” in any field.`
                : `${counted(answer().records.length, 'record')} found${answer().records.length === 20 ? ', the first of them' : ''}.`}
            </p>
            <ul class="review-found">
              <For each={answer().records}>
                {({ assetId, title }) => (
                  <li>
                    <span class="cut">
                      {title} <span class="fixed quiet">{assetId}</span>
                    </span>
                    <button
                      type="button"
                      class="button button-small"
                      disabled={isIn(assetId)}
                      aria-label={`Add ${title} ${assetId}`}
                      onClick={() => add(assetId, title)}
                    >
                      {isIn(assetId) ? 'In the question' : 'Add'}
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </>
        )}
      </Show>
    </div>
  );
}
