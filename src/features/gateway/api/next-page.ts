import type { FetchState } from '../types';
import type { GatewayAnswer, GatewayPorts } from './call';
import { CALL_ERRORS, CallError } from './call-error';
import { type PageSummary, readPageSummary } from './page-summary';
import { filterBody, filterLabels, pageQuery } from './query';
import { type PageReading, readPage } from './read-page';
import { refusalOf } from './refusal';
import type { RetryingClient } from './retrying-client';

/** One page as it came, and what it means. */
export interface Page extends PageReading {
  readonly bytes: Uint8Array;
}

const WITHOUT_NAMES =
  'The Gateway gave no name and no address with the list of fields that Doublet asks for, so it is asked for all fields. The pages are larger.';
const LIST_REFUSED =
  'The Gateway did not take the list of fields that Doublet asks for, so it is asked for all fields. The pages are larger.';

/**
 * Asks for the page behind `state`. The first page also shows whether the list of fields brings any name or address;
 * where it does not, or is refused, this page and all others come with all fields, and that is told.
 * @throws CallError, CancelledError
 */
export async function nextPage(
  client: RetryingClient,
  state: FetchState,
  ports: GatewayPorts,
  seen: Set<string>,
): Promise<Page> {
  if (state.assets > 0 || state.allFields) return askForPage(client, state, ports, seen);
  let why = WITHOUT_NAMES;
  try {
    const page = await askForPage(client, state, ports, seen);
    if (page.state.assets === 0 || namesAnAsset(page.bytes)) return page;
  } catch (error) {
    if (!(error instanceof CallError && error.status === 400)) throw error;
    why = LIST_REFUSED;
  }
  seen.clear();
  const page = await askForPage(client, { ...state, allFields: true }, ports, seen);
  ports.onEvent({ kind: 'notice', text: why });
  return page;
}

const NAMES = /"(?:assetName|dnsName|netbiosName|fqdn|address)"\s*:\s*"[^"]/;

/** Whether any asset of the page has a name or an address. */
function namesAnAsset(bytes: Uint8Array): boolean {
  return NAMES.test(new TextDecoder().decode(bytes));
}

async function askForPage(
  client: RetryingClient,
  state: FetchState,
  ports: GatewayPorts,
  seen: Set<string>,
): Promise<Page> {
  let summary: PageSummary | null = null;
  const accept = (answer: GatewayAnswer) => {
    summary = answer.status === 204 ? null : acceptedSummary(answer.body, state.cursor);
  };
  const request = {
    path: '/rest/2.0/search/am/asset',
    query: pageQuery(state.query, state.cursor, state.allFields),
    json: filterBody(state.query),
  };
  const answer = await client.ask(request, 'fetch a page of assets', accept).catch((error: unknown) => {
    throw refusedFilter(error, state);
  });
  return { bytes: answer.body, ...readPage(summary, state, seen, ports.now()) };
}

/** @throws CallError where the answer is no page, or an empty one that claims more and does not move */
function acceptedSummary(body: Uint8Array, cursor: string | null): PageSummary {
  const summary = readPageSummary(body);
  if (summary === null) throw CALL_ERRORS.notJson();
  const refusal = refusalOf(summary);
  if (refusal !== null) throw refusal;
  if (summary.assets === null) throw CALL_ERRORS.noList();
  const stands = summary.lastSeenAssetId === null || summary.lastSeenAssetId === cursor;
  if (summary.assets === 0 && summary.hasMore === true && stands) throw CALL_ERRORS.standsStill();
  return summary;
}

/** A request that is refused although it has a filter: most often by a field that the Gateway does not know. */
function refusedFilter(error: unknown, state: FetchState): unknown {
  if (!(error instanceof CallError) || error.trouble.code !== 'gateway-request') return error;
  const labels = filterLabels(state.query);
  return labels.length === 0 ? error : CALL_ERRORS.filter(labels);
}
