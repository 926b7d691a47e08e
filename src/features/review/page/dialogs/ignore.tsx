import { For } from 'solid-js';
import { RULE_IDS, RULE_LABELS } from '../../../../model/rule';
import type { IgnoredEntry } from '../../../../model/settings';
import { useApp } from '../../../../ui/context';
import { Dialog } from '../../../../ui/parts/dialog';
import { counted } from '../../../../ui/words';
import type { ReviewItem } from '../../types';
import { useReview } from '../context';

type SharedValue = ReviewItem['sharedValues'][number];

/** Values that the records share: one of them can be put on the list of values that identify nothing. */
export function IgnoreDialog() {
  const app = useApp();
  const review = useReview();
  const close = () => review.setDialog(null);
  const ignore = async ({ rule, value }: SharedValue) => {
    const before = app.session.result()?.settings;
    if (before === undefined) return;
    close();
    const entry: IgnoredEntry = {
      field: fieldOf(rule),
      pattern: value,
      reason: 'Identifies nothing, as a person found in the review',
      enabled: true,
    };
    const had = app.session.result()?.summary.duplicateAssets ?? 0;
    if (!(await app.session.detect({ ...before, ignored: [...before.ignored, entry] }))) return;
    const fewer = had - (app.session.result()?.summary.duplicateAssets ?? 0);
    app.toasts.say(
      `${value} is ignored: ${counted(fewer, 'potential duplicate')} fewer. Questions are put together anew.`,
      () => void app.session.detect(before),
    );
  };
  return (
    <Dialog open title="Ignore a value" onClose={close}>
      <p class="dialog-text">
        A value on the list of ignored ones joins no records of any dataset any more. What you have decided
        stays.
      </p>
      <ul class="review-values">
        <For each={review.question()?.sharedValues ?? []}>
          {(shared, place) => (
            <li>
              <span>
                {labelOf(shared.rule)} <b class="fixed">{shared.value}</b>
                <span class="quiet">, {counted(shared.assets, 'asset')} have it</span>
              </span>
              <button
                type="button"
                class="button button-small"
                disabled={app.session.job() !== null}
                aria-label={`Ignore ${shared.value}`}
                {...(place() === 0 ? { 'data-first-focus': '' } : {})}
                onClick={() => void ignore(shared)}
              >
                Ignore
              </button>
            </li>
          )}
        </For>
      </ul>
    </Dialog>
  );
}

function labelOf(rule: string): string {
  const known = RULE_IDS.find((id) => id === rule);
  return known === undefined ? rule : RULE_LABELS[known];
}

function fieldOf(rule: string): IgnoredEntry['field'] {
  return rule === 'macAddress' || rule === 'ipv4Address' ? rule : 'name';
}
