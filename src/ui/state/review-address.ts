import { QUEUE_ORDERS, QUEUE_PARTS } from '../../model/review-queue';
import { choiceParameter, createAddressPart, textParameter } from './address';

/** The queue that the screen Review shows; where the address names none, the one that was left last. */
export const REVIEW = createAddressPart({
  part: choiceParameter('review', QUEUE_PARTS),
  order: choiceParameter('review-order', QUEUE_ORDERS),
  cause: textParameter('review-cause'),
  /** Assets of the question to show first, by their places in the dataset: "4.17"; "" for where it was left. */
  records: textParameter('review-records'),
});
