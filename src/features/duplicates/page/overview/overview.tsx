import { For, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { OpenResult } from '../../../../client/api';
import { useApp } from '../../../../ui/context';
import { StorageNotice } from '../../../../ui/frame/storage-notice';
import { OVERVIEW_ZONES, ofZone } from '../../../../ui/section';

/** The answer, what it lacks before it, then its figures, then where to look; made of the sections that the features add. */
export function Overview() {
  const app = useApp();
  return (
    <Show when={app.session.result()}>
      {(result) => (
        <div class="page">
          <StorageNotice />
          <For each={OVERVIEW_ZONES}>
            {(zone) => (
              <Show when={zone === 'charts'} fallback={<Zone zone={zone} result={result()} />}>
                <div class="two-columns">
                  <Zone zone={zone} result={result()} />
                </div>
              </Show>
            )}
          </For>
        </div>
      )}
    </Show>
  );
}

function Zone(props: { zone: (typeof OVERVIEW_ZONES)[number]; result: OpenResult }) {
  const app = useApp();
  return (
    <For each={ofZone(app.overview, props.zone)}>
      {(section) => <Dynamic component={section.component} result={props.result} />}
    </For>
  );
}
