import { createResource, Show } from 'solid-js';
import { useApp, useEngine } from '../../../../ui/context';
import { ComparisonTable } from '../../../../ui/panel/comparison-table';
import { SourceTimeline } from '../../../../ui/panel/source-timeline';
import { counted, countText } from '../../../../ui/words';
import type { ReviewCalls } from '../../calls';
import type { ReviewItem } from '../../types';
import { useReview } from '../context';
import { Answered } from './answered';
import { Bridges } from './bridges';
import { EvidenceMatrix } from './evidence-matrix';
import { FindMember } from './find-member';
import { Proposal } from './proposal';
import './question.css';

const STATUS_WORDS: Readonly<Record<ReviewItem['status'], string>> = {
  left: '',
  asked: 'asked again',
  conflict: 'in conflict',
  notSure: 'not sure',
  decided: 'decided',
};

/** The question on the screen: what is proposed, what speaks for and against, and every field of its records. */
export function QuestionView(props: { item: ReviewItem }) {
  const review = useReview();
  const engine = useEngine<ReviewCalls>();
  const app = useApp();
  const added = () =>
    review
      .draft()
      .added.map(({ assetId }) => assetId)
      .join(' ');
  const [wider] = createResource(
    () => (added() === '' ? null : { item: props.item.id, added: added() }),
    async ({ item, added: ids }) => {
      const outcome = await engine.compareWith(item, ids.split(' '));
      if (!outcome.ok && outcome.trouble !== null) app.session.report(outcome.trouble);
      return outcome.ok ? { item, ...outcome.value } : null;
    },
  );
  const shown = () => {
    const with_ = added() === '' ? null : wider.latest;
    return with_?.item === props.item.id ? with_ : props.item;
  };
  const status = () => (review.query().part === 'sample' ? '' : STATUS_WORDS[props.item.status]);
  return (
    <article class="review-question" aria-label="Question">
      <header class="review-head">
        <h2 id="review-question-title">
          {props.item.title}
          <Show when={status() !== ''}>
            {' '}
            <span class="chip">{status()}</span>
          </Show>
        </h2>
        <p class="quiet">
          <Show when={props.item.at >= 0} fallback="Outside of this queue">
            {countText(props.item.at + 1)} of {countText(props.item.of)}
          </Show>
          , {counted(props.item.assetIds.length, 'record')}
        </p>
      </header>
      <Answered item={props.item} />
      <Proposal item={props.item} />
      <EvidenceMatrix comparison={shown().comparison} evidence={shown().evidence} hidden={review.hidden()} />
      <Show when={shown().comparison.more > 0}>
        <p class="quiet review-more">
          {counted(shown().comparison.more, 'more record')} of this question{' '}
          {shown().comparison.more === 1 ? 'is' : 'are'} not shown; an answer is about{' '}
          {shown().comparison.more === 1 ? 'it' : 'them'} too.
        </p>
      </Show>
      <FindMember item={props.item} />
      <Bridges item={props.item} />
      <section class="review-fields" aria-labelledby="review-fields-title">
        <h3 id="review-fields-title">Every field</h3>
        <ComparisonTable comparison={shown().comparison} first={!review.hidden()} />
        <SourceTimeline assets={shown().comparison.assets} />
      </section>
    </article>
  );
}
