import { createRoot } from 'solid-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createToasts } from '../../../src/ui/state/toasts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const made = () => createRoot(() => createToasts());
const texts = (toasts: ReturnType<typeof made>) => toasts.shown().map(({ text }) => text);

describe('a passing message', () => {
  it('goes after 4 s, with a way back after 10 s', () => {
    const toasts = made();
    toasts.say('Copied the cell.');
    toasts.say('10 groups gone.', () => undefined);
    vi.advanceTimersByTime(3_999);
    expect(texts(toasts)).toEqual(['Copied the cell.', '10 groups gone.']);
    vi.advanceTimersByTime(1);
    expect(texts(toasts)).toEqual(['10 groups gone.']);
    vi.advanceTimersByTime(6_000);
    expect(texts(toasts)).toEqual([]);
  });

  it('stays while it is held, and then goes in its time', () => {
    const toasts = made();
    toasts.say('Copied the cell.');
    toasts.hold(true);
    vi.advanceTimersByTime(60_000);
    expect(texts(toasts)).toEqual(['Copied the cell.']);
    toasts.hold(false);
    vi.advanceTimersByTime(4_000);
    expect(texts(toasts)).toEqual([]);
  });

  it('stands once, and beside two others at most', () => {
    const toasts = made();
    for (const text of ['a', 'b', 'a', 'c', 'd']) toasts.say(text);
    expect(texts(toasts)).toEqual(['a', 'c', 'd']);
  });

  it('can be sent away', () => {
    const toasts = made();
    toasts.say('a');
    toasts.dismiss(toasts.shown()[0]!);
    expect(texts(toasts)).toEqual([]);
  });
});
