/** What crosses between worker and page, which knows the worker only through `client`. */
export type * from '../worker/api';
