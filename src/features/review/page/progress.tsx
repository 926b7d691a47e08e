import { Index, Show } from 'solid-js';
import { useApp } from '../../../ui/context';
import { CountLink } from '../../../ui/parts/count-link';
import { REVIEW } from '../../../ui/state/review-address';
import { counted, countText, percentText } from '../../../ui/words';
import type { ReviewFigures, ReviewView } from '../types';
import { timeLeftText } from './state/words';
import './progress.css';

/** How far the review is, in all and by cause; each number leads to its list. */
export function ProgressOfReview(props: { view: ReviewView }) {
  const app = useApp();
  const figures = (): ReviewFigures => props.view.figures;
  const to = (part: 'left' | 'decided', cause = '') => app.route.href(REVIEW.with({ part, cause }));
  return (
    <aside class="review-progress" aria-label="Progress of the review">
      <div class="review-figures">
        <dl>
          <div>
            <dt>Decided</dt>
            <dd>
              <CountLink bare count={figures().decided} one="decided question" href={to('decided')} />
            </dd>
          </div>
          <div>
            <dt>Left</dt>
            <dd>
              <CountLink
                bare
                count={figures().left}
                one="question left"
                many="questions left"
                href={to('left')}
              />
            </dd>
          </div>
        </dl>
        <div
          class="bar"
          role="progressbar"
          aria-label="Questions answered"
          aria-valuemin={0}
          aria-valuemax={figures().questions}
          aria-valuenow={figures().questions - figures().left}
        >
          <div class="bar-fill" style={{ width: `${answeredShare(figures()) * 100}%` }} />
        </div>
        <ul class="review-facts">
          <li>
            {figures().freed === 0 ? 'No record is' : counted(figures().freed, 'record is', 'records are')}{' '}
            freed
            <Show when={figures().freedIfAll > 0}>
              , {countText(figures().freedIfAll)} more if all is as proposed
            </Show>
          </li>
          <Show when={figures().perHour}>
            {(rate) => (
              <li>
                {countText(rate())} an hour
                <Show when={props.view.end === null && timeLeftText(figures())}>
                  {(text) => <>, {text()} left</>}
                </Show>
              </li>
            )}
          </Show>
          <Show when={figures().agreement}>
            {(agreement) => (
              <li>
                {percentText(agreement().agree * 100)} agreement on {counted(agreement().both, 'question')}{' '}
                that two people answered
              </li>
            )}
          </Show>
          <Show when={figures().elsewhere > 0}>
            <li>{counted(figures().elsewhere, 'decision')} about records that are not in this dataset</li>
          </Show>
        </ul>
      </div>
      <Show when={figures().byCause.length > 0}>
        <section aria-labelledby="review-causes-title">
          <h2 id="review-causes-title">Left by cause</h2>
          <ul class="review-causes">
            <Index each={figures().byCause}>
              {(one) => (
                <li>
                  <span class="cut" title={one().title}>
                    {one().title}
                  </span>
                  <span class="review-cause-counts">
                    <CountLink
                      bare
                      count={one().left}
                      one="question left"
                      many="questions left"
                      where={`of ${one().title}`}
                      href={to('left', one().cause)}
                    />
                    <span class="quiet"> of {countText(totalOf(one()))}</span>
                  </span>
                  <span class="bar" aria-hidden="true">
                    <span
                      class="bar-fill"
                      style={{
                        width: `${((totalOf(one()) - one().left) / Math.max(1, totalOf(one()))) * 100}%`,
                      }}
                    />
                  </span>
                </li>
              )}
            </Index>
          </ul>
        </section>
      </Show>
    </aside>
  );
}

function answeredShare({ questions, left }: ReviewFigures): number {
  return questions === 0 ? 1 : (questions - left) / questions;
}

function totalOf({ decided, notSure, left }: ReviewFigures['byCause'][number]): number {
  return decided + notSure + left;
}
