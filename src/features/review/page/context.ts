import { createFeatureContext } from '../../../ui/feature-context';
import type { ReviewPage } from './state/review-page';

export const ReviewContext = createFeatureContext<ReviewPage>('the review');

/** The review of the open dataset. */
export const useReview = ReviewContext.use;
