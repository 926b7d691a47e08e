import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium } from '@playwright/test';
import { FolderServer } from '../folder-server';
import { DIST, expect, test } from '../test-bed';
import { ListeningHost, namesInNetLog } from './listening-host';
import { WAYS_OUT, type WayOut } from './ways-out';
import { documentedWays, waysTable } from './ways-table';

/** A page that is tried, and the letter with which the names of its ways begin. */
interface Subject {
  readonly letter: string;
  readonly address: string;
  /** The policy that the page carries, "" for none. */
  readonly policy: string;
}

/** So long every way has, all at once; look-ups and requests are begun within milliseconds. */
const TIME_MS = 1_500;

test('nothing leaves by any way of a browser that a policy can stop, and without a policy each way is caught', async ({
  browserName: _,
}, info) => {
  test.skip(info.project.name !== 'hosted', 'tries the pages of both deliveries');
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'doublet-proof-'));
  const other = await ListeningHost.start();
  const server = await FolderServer.start(() => DIST);
  const control = await FolderServer.start(() => folder);
  const browser = await launch(info.project.use.launchOptions ?? {}, folder);
  try {
    const hosted = `http://127.0.0.1:${server.port}/`;
    const [report, disk] = [join(folder, 'report.html'), join(DIST, 'doublet.html')];
    writeFileSync(report, await savedReport(browser, hosted));
    const subjects: readonly Subject[] = [
      { letter: 'c', address: `http://127.0.0.1:${control.port}/c.html`, policy: '' },
      { letter: 'h', address: hosted, policy: policyIn(join(DIST, 'index.html')) },
      // As a browser without Trusted Types takes it: threads start, and the rest of the policy binds them.
      {
        letter: 'w',
        address: `http://127.0.0.1:${control.port}/w.html`,
        policy: withoutTypes(join(DIST, 'index.html')),
      },
      { letter: 'd', address: pathToFileURL(disk).href, policy: policyIn(disk) },
      { letter: 'r', address: pathToFileURL(report).href, policy: policyIn(report) },
    ];
    for (const { letter, policy } of subjects) {
      const meta = policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
      writeFileSync(join(folder, `${letter}.html`), `<!doctype html><title>x</title>${meta}<body>`);
    }
    const [bare, ...ours] = subjects;
    // Alone and in front: a browser prefetches for no page that is hidden.
    await tryAll(browser, bare!, other, control.port);
    await Promise.all(ours.map((subject) => tryAll(browser, subject, other, control.port)));
    await browser.close();
    const looked = namesInNetLog(join(folder, NET_LOG));
    const leaving = ({ letter }: Subject) =>
      WAYS_OUT.map(({ name }, at) => {
        const key = letter + at;
        return `${name}: ${other.asked.has(key) ? 'request' : looked.has(key) ? 'name' : 'nothing'}`;
      });
    expect(leaving(bare!).filter((line) => line.endsWith('nothing'))).toEqual([]);
    for (const subject of ours)
      expect(leaving(subject), subject.address).toEqual(
        WAYS_OUT.map(({ name, leaves }) => `${name}: ${leaves ?? 'nothing'}`),
      );
  } finally {
    await browser.close();
    await Promise.all([other.stop(), server.stop(), control.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the ways that docs/security.md lists are those that are tried', ({ browserName: _ }, info) => {
  test.skip(info.project.name !== 'hosted', 'one document');
  expect(WAYS_OUT.length).toBeGreaterThan(99);
  expect(documentedWays()).toBe(waysTable());
});

type LaunchOptions = NonNullable<Parameters<typeof chromium.launch>[0]>;

const NET_LOG = 'net-log.json';

/**
 * A browser that writes down all that it does in the network. It guesses and connects ahead as a person's does: with a
 * profile, since it does not in a private window, and without the switch that keeps it from it.
 */
function launch(options: LaunchOptions, folder: string): Promise<BrowserContext> {
  const quiet = '--disable-background-networking';
  const args = (options.args ?? []).filter((arg) => arg !== quiet);
  return chromium.launchPersistentContext(join(folder, 'profile'), {
    ...options,
    ignoreDefaultArgs: [quiet],
    args: [...args, `--log-net-log=${join(folder, NET_LOG)}`, '--allow-loopback-in-peer-connection'],
  });
}

function policyIn(file: string): string {
  return /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
}

function withoutTypes(file: string): string {
  return policyIn(file).replace(/(require-trusted-types-for|trusted-types)[^;]*; /g, '');
}

/** Imports, and saves what was found as an HTML report. */
async function savedReport(browser: BrowserContext, hosted: string): Promise<Buffer> {
  const page = await browser.newPage();
  await page.goto(hosted);
  await page.getByRole('button', { name: 'Try sample data' }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save HTML report' }).click();
  const bytes = readFileSync(await (await waiting).path());
  await page.close();
  return bytes;
}

/** Tries each way from the page, all at once; those that leave the page from one that holds only its policy. */
async function tryAll(
  browser: BrowserContext,
  subject: Subject,
  other: ListeningHost,
  control: number,
): Promise<void> {
  const { letter, address } = subject;
  const body = async (way: WayOut, at: number): Promise<string> => {
    const host = `${letter}${at}.${way.nowhere ? 'nowhere.test' : 'localhost'}`;
    const udp = way.run.includes('udp') ? await other.udp(letter + at) : 0;
    return `const u = 'http://${host}:${other.port}/way', udp = ${udp}; ${way.run}`;
  };
  const bodies = await Promise.all(WAYS_OUT.map(body));
  const page = await browser.newPage();
  await page.goto(address);
  const staying = bodies.filter((_, at) => WAYS_OUT[at]!.navigates !== true);
  const going = bodies.filter((_, at) => WAYS_OUT[at]!.navigates === true);
  const empty = `http://127.0.0.1:${control}/${letter}.html`;
  const tries = staying.map(
    (code) => `(async () => { const add = (e) => document.body.append(e); ${code} })()`,
  );
  await page.evaluate(
    `Promise.race([Promise.allSettled([${tries.join(',\n')}]), new Promise((end) => setTimeout(end, ${TIME_MS}))])
      .then(() => new Promise((end) => setTimeout(end, 500)))`,
  );
  await Promise.all(going.map((code) => goAway(browser, empty, code)));
}

async function goAway(context: BrowserContext, from: string, code: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(from);
  await page.evaluate(`(() => { ${code} })()`).catch(() => undefined);
  await page.waitForTimeout(500);
}
