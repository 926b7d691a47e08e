/** The worker's interface for the page, which knows the worker only through `client`. */
export type * from '../worker/api';
