import { Show } from 'solid-js';
import { useApp } from '../../../ui/context';
import { CountLink } from '../../../ui/parts/count-link';
import { toScreen } from '../../../ui/state/address';
import { REVIEW } from '../../../ui/state/review-address';
import { counted } from '../../../ui/words';
import { useReview } from './context';
import './overview.css';

/** On the Overview: how far the review is; each number leads to its questions. */
export function ReviewSummary() {
  const app = useApp();
  const review = useReview();
  const to = (part: typeof REVIEW.start.part) =>
    app.route.href(REVIEW.with({ part, cause: '' }), toScreen('review'));
  return (
    <Show when={(review.view()?.figures.questions ?? 0) > 0 && review.view()}>
      {(view) => {
        const figures = () => view().figures;
        return (
          <section class="review-summary" aria-label="Review of the machines">
            <p>
              <CountLink count={figures().left} one="question" href={to('left')} />{' '}
              {figures().left === 1 ? 'waits' : 'wait'} for your decision
              <Show when={figures().freedIfAll > 0}>
                , which could free {counted(figures().freedIfAll, 'record')}
              </Show>
              ;{' '}
              <CountLink count={figures().decided} one="is decided" many="are decided" href={to('decided')} />
              <Show when={figures().asked > 0}>
                ,{' '}
                <CountLink
                  count={figures().asked}
                  one="is asked again"
                  many="are asked again"
                  href={to('asked')}
                />
              </Show>
              <Show when={figures().conflicts > 0}>
                ,{' '}
                <CountLink
                  count={figures().conflicts}
                  one="is in conflict"
                  many="are in conflict"
                  href={to('conflicts')}
                />
              </Show>
              .
            </p>
            <a class="button" href={app.route.href(toScreen('review'))}>
              {figures().decided > 0 ? 'Go on reviewing' : 'Start reviewing'}
            </a>
          </section>
        );
      }}
    </Show>
  );
}
