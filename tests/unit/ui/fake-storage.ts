import { vi } from 'vitest';

/** Takes the place of the browser's storage; `refuses` makes it fail as under a policy. */
export function fakeStorage(entries: Readonly<Record<string, string>> = {}, refuses = false) {
  const kept = new Map(Object.entries(entries));
  const act = <T>(step: () => T): T => {
    if (refuses) throw new DOMException('denied', 'SecurityError');
    return step();
  };
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => act(() => kept.get(name) ?? null),
    setItem: (name: string, value: string) => act(() => void kept.set(name, value)),
    removeItem: (name: string) => act(() => void kept.delete(name)),
  });
  return kept;
}
