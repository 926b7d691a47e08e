import fc from 'fast-check';
import { createRoot, createSignal } from 'solid-js';
import { describe, expect, it, vi } from 'vitest';
import { createVirtualRows, LONGEST_SPACER } from '../../../src/ui/state/virtual-rows';

function rowsOf(count: number, height = 32, shown = 640) {
  return createRoot(() => {
    const [rows] = createSignal(count);
    const made = createVirtualRows(rows, () => height);
    made.resized(shown);
    return made;
  });
}

describe('rows in sight', () => {
  it('stand where a plain list would have them while it is short enough', () => {
    const rows = rowsOf(1000);
    rows.scrolled(3200);
    expect(rows.height()).toBe(32_000);
    expect(rows.top(100)).toBe(3200);
    expect(rows.first()).toBeLessThanOrEqual(100);
    expect(rows.end()).toBeGreaterThanOrEqual(120);
  });

  it('reach the last row of a million and more, above the longest element', () => {
    const rows = rowsOf(1_500_000);
    expect(rows.height()).toBe(LONGEST_SPACER);
    rows.scrolled(LONGEST_SPACER - 640);
    expect(rows.end()).toBe(1_500_000);
    expect(Math.round(rows.top(1_499_999))).toBe(LONGEST_SPACER - 32);
  });

  it('move pixel for pixel on small steps, however long the list', () => {
    const rows = rowsOf(1_500_000);
    rows.scrolled(4_000_000);
    const before = rows.top(750_000) - 4_000_000;
    rows.scrolled(4_000_100);
    expect(rows.top(750_000) - 4_000_100).toBeCloseTo(before - 100, 3);
  });

  it('are all that is rendered after a leap, and those around them a moment later', () => {
    vi.useFakeTimers();
    try {
      const rows = rowsOf(100_000);
      const around = rows.end() - rows.first();
      expect(around).toBe(rows.most());
      rows.scrolled(320_000);
      expect([rows.first(), rows.end()]).toEqual([10_000, 10_021]);
      vi.runAllTimers();
      expect([rows.first(), rows.end()]).toEqual([9_992, 9_992 + around]);
      // A step of the wheel is none, and renders as many rows as before.
      rows.scrolled(320_120);
      expect(rows.end() - rows.first()).toBe(around);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are as many wherever the list stands, at its ends too', () => {
    const rows = rowsOf(100);
    for (const top of [0, 40, 600, 1_200, 1_633, 2_200, 2_560]) {
      rows.scrolled(top);
      expect(rows.end() - rows.first()).toBe(37);
      expect(rows.first()).toBeGreaterThanOrEqual(0);
      expect(rows.end()).toBeLessThanOrEqual(100);
    }
  });

  it('show any row that is asked for, whatever was before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
        (count, wanted) => {
          const rows = rowsOf(count);
          for (const raw of wanted) {
            const row = raw % count;
            const top = rows.reveal(row, 'nearest');
            if (top !== null) rows.scrolled(top);
            expect(rows.first()).toBeLessThanOrEqual(row);
            expect(rows.end()).toBeGreaterThan(row);
          }
        },
      ),
    );
  });
});
