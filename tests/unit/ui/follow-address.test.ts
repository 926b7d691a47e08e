import { createRoot, createSignal } from 'solid-js';
import { describe, expect, it } from 'vitest';
import type { OpenResult } from '../../../src/client/api';
import { type Address, DATASET, type Step, toStart } from '../../../src/ui/state/address';
import { followAddress } from '../../../src/ui/state/follow-address';
import type { Job } from '../../../src/ui/state/session';

const JOB: Job = { kind: 'import', title: 'Reading a.json', startedAt: 0 };
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A page of which only the address and the open dataset are real; `unknown` names what cannot be opened. */
function pageWith(first: string | null, unknown: readonly string[] = [], mode: 'on' | 'off' = 'on') {
  return createRoot((dispose) => {
    const [address, setAddress] = createSignal<Address>(toStart({ screen: '', parameters: new Map() }));
    const [open, setOpen] = createSignal<string | null>(null);
    const [job, setJob] = createSignal<Job | null>(null);
    const log: string[] = [];
    const waiting: (() => void)[] = [];
    const take = (...steps: readonly Step[]) =>
      void setAddress((before) => steps.reduce((now, step) => step(now), before));
    const session = {
      job,
      result: () => (open() === null ? null : ({ header: { id: open() } } as OpenResult)),
      setNotice: (text: string) => void log.push(text.slice(0, 30)),
      open: async (id: string) => {
        log.push(job() === null ? `open ${id}` : 'BUSY');
        setJob(JOB);
        await new Promise<void>((resolve) => void waiting.push(resolve));
        const isKnown = !unknown.includes(id);
        setJob(null);
        await Promise.resolve();
        if (isKnown) setOpen(id);
        return isKnown;
      },
    };
    const engine = {
      cacheState: async () => ({ ok: true, value: { mode } }) as never,
      datasets: async () => ({ ok: true, value: [] }) as never,
    };
    const route = {
      dataset: () => DATASET.of(address()).id,
      adjust: (...steps: readonly Step[]) => {
        log.push('repaired');
        take(...steps);
      },
    };
    take(DATASET.with({ id: first }));
    followAddress(engine, session, route);
    return {
      log,
      dispose,
      setJob,
      dataset: route.dataset,
      open,
      go: (id: string | null) => take(DATASET.with({ id })),
      /** Lets what is being opened be open. */
      finish: async () => {
        await settled();
        for (const end of waiting.splice(0)) end();
        await settled();
      },
    };
  });
}

describe('the dataset of the address', () => {
  it('is opened at the start, and as it changes', async () => {
    const page = pageWith('a');
    await page.finish();
    page.go('b');
    await page.finish();
    page.go('a');
    await page.finish();
    expect(page.log).toEqual(['open a', 'open b', 'open a']);
    page.dispose();
  });

  it('is opened once, however often the address says the same', async () => {
    const page = pageWith('a');
    page.go('a');
    page.go('a');
    await page.finish();
    page.go('a');
    await page.finish();
    expect(page.log).toEqual(['open a']);
    page.dispose();
  });

  it('is opened once what runs has ended, and the address is not rewritten meanwhile', async () => {
    const page = pageWith('a');
    await page.finish();
    page.setJob(JOB);
    page.go('b');
    await page.finish();
    expect([page.log, page.dataset()]).toEqual([['open a'], 'b']);
    page.setJob(null);
    await page.finish();
    expect(page.log).toEqual(['open a', 'open b']);
    page.dispose();
  });

  it('is the last one named when the address changes while another is being opened', async () => {
    const page = pageWith('a');
    await page.finish();
    page.go('b');
    await settled();
    page.go('a');
    await page.finish();
    await page.finish();
    expect([page.open(), page.dataset()]).toEqual(['a', 'a']);
    expect(page.log).not.toContain('BUSY');
    expect(page.log).not.toContain('repaired');
    page.dispose();
  });

  it('gives way to what is open where it cannot be opened', async () => {
    const page = pageWith('a', ['gone']);
    await page.finish();
    page.go('gone');
    await page.finish();
    expect([page.log, page.dataset()]).toEqual([['open a', 'open gone', 'repaired'], 'a']);
    page.dispose();
  });

  it('is explained where nothing is kept, and is not asked for', async () => {
    const page = pageWith('a', [], 'off');
    await page.finish();
    expect([page.log, page.dataset()]).toEqual([['The dataset that was open was ', 'repaired'], null]);
    page.dispose();
  });
});
