import { For, Show } from 'solid-js';
import { pageKind } from '../../../../ui/browser/page-kind';
import { useApp } from '../../../../ui/context';
import { StorageNotice } from '../../../../ui/frame/storage-notice';
import { Icon } from '../../../../ui/parts/icon';
import { JobProgress } from '../../../../ui/parts/job-progress';
import { Time } from '../../../../ui/parts/time';
import { toScreen } from '../../../../ui/state/address';
import { closePanel } from '../../../../ui/state/table-address';
import { countText, keysText } from '../../../../ui/words';
import { useDuplicates } from '../state';
import './landing.css';

/** Where the work starts: what this is, what to do, and what is sent (nothing). */
export function Landing() {
  const app = useApp();
  return (
    <div class="landing">
      <h1 class="landing-title">Find the potential duplicates in a Qualys asset inventory, and see why.</h1>
      <Show when={app.session.notice() !== '' && app.session.job() === null}>
        <p class="calm-notice" role="status">
          {app.session.notice()}
        </p>
      </Show>
      <StorageNotice />
      <Show when={app.session.job()} fallback={<Start />}>
        {(job) => (
          <div class="landing-busy">
            <JobProgress
              job={job()}
              progress={app.session.progress()}
              cancelling={app.session.cancelling()}
              onCancel={app.session.cancel}
            />
          </div>
        )}
      </Show>
      <p class="landing-privacy">
        {pageKind() === 'gateway'
          ? 'Files are read in this browser. This page connects only when you fetch from the Gateway.'
          : 'Read in this browser. Nothing is sent anywhere.'}
      </p>
      <details class="read landing-how">
        <summary>
          <Icon name="right" />
          How do I get an export?
        </summary>
        <ol>
          <li>
            In the Qualys console: CyberSecurity Asset Management (or Global AssetView), Inventory, tab
            Assets. Clear the search.
          </li>
          <li>Download the list as CSV, with all columns.</li>
          <li>Drop the file here. By API it has every interface and source, too.</li>
        </ol>
        <p class="quiet">
          Checked on 1 December 2026 in public documents, in no live console.{' '}
          <a href={app.route.href(toScreen('help'), closePanel)}>Help has the fields and the API</a>
        </p>
      </details>
      <GatewayHint />
      <Show when={app.session.job() === null && app.session.datasets().length > 0}>
        <Cached />
      </Show>
    </div>
  );
}

/** Where assets can be fetched instead. This page may not even ask whether the other one is there. */
function GatewayHint() {
  const app = useApp();
  const kind = pageKind();
  if (kind === 'disk')
    return (
      <p class="quiet landing-gateway">
        Fetching from the Qualys Gateway is not available in this file; the hosted Doublet has a page for it.
      </p>
    );
  return (
    <p class="quiet landing-gateway">
      To fetch the assets instead of exporting them, use the{' '}
      <a href={kind === 'gateway' ? app.route.href(toScreen('gateway'), closePanel) : './gateway.html'}>
        Gateway page
      </a>
      {kind === 'gateway'
        ? '.'
        : '. It is the only page that connects to anything. Your administrator may have removed it.'}
    </p>
  );
}

function Start() {
  const app = useApp();
  const { trySample } = useDuplicates();
  return (
    <div class="landing-drop">
      <p class="landing-what">Drop an asset export here</p>
      <p class="quiet">JSON, NDJSON, CSV or XLSX, also gzipped or in a zip; several files at once.</p>
      <div class="landing-buttons">
        <button type="button" class="button button-primary button-large" onClick={app.chooseFiles}>
          Choose files
        </button>
        <button type="button" class="button button-large" onClick={trySample}>
          Try sample data
        </button>
      </div>
      <p class="quiet landing-paste">
        or paste files or text with <kbd>{keysText({ key: 'v', mod: true })}</kbd>
      </p>
    </div>
  );
}

function Cached() {
  const app = useApp();
  return (
    <section class="landing-cached" aria-labelledby="cached-title">
      <h2 id="cached-title">In this browser</h2>
      <ul class="lines">
        <For each={app.session.datasets().slice(0, 5)}>
          {(cached) => (
            <li>
              <button type="button" class="line-button" onClick={() => app.openDataset(cached.header.id)}>
                <span class="cut line-name">{cached.header.name}</span>
                <span class="quiet">{countText(cached.header.balance.assets)} assets</span>
                <span class="quiet">
                  <Time at={cached.header.importedAt} />
                </span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
