import { choiceParameter, createAddressPart, textParameter } from '../../../ui/state/address';
import { QUEUE_ORDERS, QUEUE_PARTS } from '../types';

/** The queue that the screen Review shows; where the address names none, the one that was left last. */
export const REVIEW = createAddressPart({
  part: choiceParameter('review', QUEUE_PARTS),
  order: choiceParameter('review-order', QUEUE_ORDERS),
  cause: textParameter('review-cause'),
});
