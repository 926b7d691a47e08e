import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCallList } from '../../../../../src/features/gateway/page/call-list';
import type { GatewayCall } from '../../../../../src/features/gateway/types';

const call = (number: number, status: number | null = 200): GatewayCall => ({
  number,
  at: 0,
  what: 'POST /auth',
  status,
  milliseconds: 1,
  bytes: 0,
});
const numbers = (calls: readonly GatewayCall[]) => calls.map(({ number, status }) => [number, status]);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('calls are shown newest first, each once, several at a time', () => {
  const list = createCallList();
  list.note(call(1, null));
  list.note(call(1));
  list.note(call(2, null));
  expect(list.calls()).toEqual([]);
  vi.runAllTimers();
  expect(numbers(list.calls())).toEqual([
    [2, null],
    [1, 200],
  ]);
});

test('only the last hundred are listed', () => {
  const list = createCallList();
  for (let number = 1; number <= 150; number++) list.note(call(number));
  list.show();
  expect(list.calls().map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, at) => 150 - at));
});

test('an emptied list stays empty until the next call', () => {
  const list = createCallList();
  list.note(call(1));
  list.clear();
  vi.runAllTimers();
  expect(list.calls()).toEqual([]);
  list.note(call(1, 503));
  list.show();
  expect(numbers(list.calls())).toEqual([[1, 503]]);
});
