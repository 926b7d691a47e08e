import { engineOf } from '../../../ui/context';
import type { FeaturePage } from '../../../ui/feature-page';
import { toScreen } from '../../../ui/state/address';
import { REVIEW } from '../../../ui/state/review-address';
import type { ReviewCalls } from '../calls';
import { reviewCommands } from './commands';
import { ReviewContext } from './context';
import { ReviewSummary } from './overview';
import { ReviewScreen } from './review';
import { areDecisions } from './state/dropped';
import { readReviewPreferences, reviewPreferencesFault } from './state/preferences';
import { createReviewPage } from './state/review';
import { UnsavedStatus } from './unsaved-status';

/** A person decides about the judged machines, one question at a time. */
export const REVIEW_PAGE: FeaturePage = {
  screens: [{ id: 'review', label: 'Review', needsDataset: true, component: ReviewScreen }],
  address: [REVIEW],
  overview: [{ zone: 'answer', component: ReviewSummary }],
  status: UnsavedStatus,
  start: (app) => {
    const review = createReviewPage(engineOf<ReviewCalls>(app), app);
    return {
      provider: ReviewContext.provider(review),
      commands: reviewCommands(app, review),
      preferences: {
        member: 'review',
        read: review.preferences,
        faultOf: reviewPreferencesFault,
        apply: (value) => review.setPreferences(readReviewPreferences(value as Record<string, unknown>)),
      },
      takes: async (sources) => {
        if (app.session.result() === null) return false;
        if (!(await areDecisions(sources, app.route.screen() === 'review'))) return false;
        app.route.go(toScreen('review'));
        await review.load(sources.map(({ name, blob }) => new File([blob], name)));
        return true;
      },
    };
  },
};
