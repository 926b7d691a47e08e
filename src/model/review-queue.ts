/** Which questions stand in the queue of the review. */
export const QUEUE_PARTS = ['left', 'asked', 'notSure', 'conflicts', 'sample', 'decided'] as const;
export type QueuePart = (typeof QUEUE_PARTS)[number];

/** What comes first: records freed, risk of a wrong answer, weak bridges, one cause after the other. */
export const QUEUE_ORDERS = ['freed', 'risk', 'bridges', 'cause'] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];
