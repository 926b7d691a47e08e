import { importPages, type RecordsThatCame } from '../../../import/import-pages';
import { CancelledError, TroubleError } from '../../../model/outcome';
import type { Progress, Watch } from '../../../model/progress';
import type { Session } from '../../../worker/session';
import { fetchPages } from '../api/pages';
import type { PauseAndAbort } from '../api/pause-and-abort';
import type { FetchAnswer } from '../calls';
import type { FetchEnding, FetchState, GatewayCredentials, GatewayEvent } from '../types';
import { whyUnfinished, withRepeats } from './ending';
import type { KeptPages } from './kept-pages';
import { gatewayPorts } from './ports';

/** One fetch: from where it stands to a dataset that is open. */
export interface FetchRun {
  readonly state: FetchState;
  /** `null` opens what is there without any call. */
  readonly credentials: GatewayCredentials | null;
  readonly pausing: PauseAndAbort;
  readonly onEvent: (event: GatewayEvent) => void;
}

/**
 * Fetches the pages that are missing and reads all of them, kept ones first, into the dataset that has the id of
 * its fetch: continuing one that broke off replaces what it had become before.
 * @throws TroubleError where there is no asset to open, CancelledError
 */
export async function runFetch(
  run: FetchRun,
  kept: KeptPages,
  session: Session,
  watch: Watch,
): Promise<FetchAnswer & { readonly complete: boolean }> {
  const { state } = run;
  const release = await kept.hold(state.id);
  // Whoever cancels sees the fetch in the list at once, not only when the Gateway has confirmed the log-out.
  run.pausing.signal.addEventListener('abort', release);
  let ending: FetchEnding = { state, trouble: null, cancelled: run.credentials === null && !state.complete };
  const pages = async function* () {
    yield* kept.read(state);
    if (state.complete || run.credentials === null) return;
    const keep = await kept.keeping((why) => run.onEvent({ kind: 'notice', text: inMemory(why) }));
    const ports = gatewayPorts(reporting(run, watch));
    ending = yield* fetchPages(state, run.credentials, ports, run.pausing, keep);
  };
  try {
    const { code, host } = state.query.platform;
    const platform = code === 'own' ? host : code;
    const request = {
      id: state.id,
      name: `Gateway ${platform}`,
      gateway: { platform, userName: '' },
      pages: pages(),
      unfinished: (came: RecordsThatCame) => {
        ending = withRepeats(ending, came);
        return whyUnfinished(ending);
      },
    };
    const dataset = await importPages(request, watch);
    if (ending.cancelled && run.credentials !== null) throw new CancelledError();
    if (dataset === null) throw new TroubleError(ending.trouble ?? noAssets());
    const result = await session.open({ dataset, sources: [], stored: 'nothing' }, watch);
    return { result, trouble: ending.trouble, complete: ending.state.complete };
  } finally {
    release();
  }
}

/** Passes on what the fetch tells, and makes progress of it. */
function reporting(run: FetchRun, watch: Watch): (event: GatewayEvent) => void {
  let latest: Progress = { phase: 'Fetching assets', done: 0, total: 0, unit: 'pages' };
  return (event) => {
    run.onEvent(event);
    // A new phase is always told, so that the figures are right while nothing moves.
    if (event.kind === 'wait') watch.report({ ...latest, phase: 'Waiting for the Gateway' });
    if (event.kind !== 'progress') return;
    latest = {
      phase: 'Fetching assets',
      done: event.pages,
      total: pagesInAll(event),
      unit: 'pages',
      assets: event.assets,
    };
    watch.report(latest);
  };
}

/** By the size that pages turned out to have: some accounts get fewer assets a page than they ask for. */
function pagesInAll({ pages, assets, expected }: GatewayEvent & { kind: 'progress' }): number {
  return expected === null || assets === 0 ? 0 : Math.max(pages, Math.ceil((expected * pages) / assets));
}

function inMemory(why: string): string {
  return `Pages are kept in memory only: if this tab is closed before the end, they must be fetched again. ${why}`.trim();
}

function noAssets() {
  return {
    code: 'gateway-no-assets',
    what: 'The Gateway holds no asset that this filter takes.',
    remedy: 'Change or empty the filter, or check which assets the account may see.',
  };
}
