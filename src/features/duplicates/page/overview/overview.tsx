import { Show } from 'solid-js';
import { useApp } from '../../../../ui/context';
import { SaveButtons } from '../../../../ui/parts/save-buttons';
import { Answer } from './answer';
import { FieldBars } from './field-bars';
import { Figures } from './figures';
import { IgnoredValues } from './ignored-values';
import { Overlap } from './overlap';
import { StartingPoints } from './starting-points';
import { WhatWasRead } from './what-was-read';

/** The answer first, then the figures, then where to start, then what it was made from. */
export function Overview() {
  const app = useApp();
  return (
    <Show when={app.session.result()}>
      {(result) => (
        <div class="page">
          <Answer result={result()} />
          <Figures summary={result().summary} />
          <div class="save-row">
            <SaveButtons
              busy={app.session.job() !== null}
              saved={app.reports.saved()}
              choice="Save all groups"
              onSave={(kind) => void app.reports.save(kind, null)}
            />
          </div>
          <div class="two-columns">
            <FieldBars summary={result().summary} />
            <Overlap summary={result().summary} />
          </div>
          <StartingPoints result={result()} />
          <IgnoredValues result={result()} />
          <WhatWasRead header={result().header} />
        </div>
      )}
    </Show>
  );
}
