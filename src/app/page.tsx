import { createMemo, For, Match, onCleanup, Show, Switch } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { EngineClient } from '../client/engine-client';
import { Landing } from '../features/duplicates/page/import/landing';
import { Mapping } from '../features/duplicates/page/import/mapping';
import { ReplaceDialog } from '../features/duplicates/page/import/replace-dialog';
import { SettingsDialog } from '../features/duplicates/page/settings/settings-dialog';
import { isTypingPlace, sourcesOfFiles } from '../ui/browser/given-files';
import { AppContext } from '../ui/context';
import { BusyBar } from '../ui/frame/busy-bar';
import { DropLayer } from '../ui/frame/drop-layer';
import { Palette } from '../ui/frame/palette';
import { TopBar } from '../ui/frame/top-bar';
import { Troubles } from '../ui/frame/troubles';
import { commandOfKey } from './commands';
import { createApp } from './create-app';
import type { EngineApi } from './engine-api';
import { SCREENS } from './screens';

/** The frame: top bar, troubles, one screen at a time, the panel beside it, dialogs above it. */
export function AppFrame(props: { engine: EngineClient<EngineApi> }) {
  let input!: HTMLInputElement;
  const made = createApp(props.engine, () => input.click());
  const { app } = made;
  const { session, route } = app;
  const screen = createMemo(() => SCREENS.find(({ id }) => id === route.view().screen) ?? SCREENS[0]!);
  const showsLanding = () => session.result() === null && screen().needsDataset;
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOfKey(app.commands(), event, isTypingPlace(event.target));
    if (command === null || (app.dialog() !== null && command.id !== 'view.palette')) return;
    event.preventDefault();
    command.run();
  };
  document.addEventListener('keydown', onKeyDown);
  onCleanup(() => document.removeEventListener('keydown', onKeyDown));

  return (
    <AppContext.Provider value={app}>
      <button type="button" class="button skip" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the content
      </button>
      <TopBar>
        <input
          ref={input}
          class="visually-hidden"
          type="file"
          multiple
          tabIndex={-1}
          aria-label="Import asset export"
          onClick={() => void app.engine.prepareImport()}
          onChange={() => {
            const sources = sourcesOfFiles(input.files ?? []);
            if (sources.length > 0) app.take(sources, 'files');
            input.value = '';
          }}
        />
      </TopBar>
      <Troubles troubles={session.troubles()} onDismiss={session.dismiss} />
      <Show when={!showsLanding()}>
        <BusyBar />
      </Show>
      <main id="main" tabIndex={0}>
        <Switch fallback={<Dynamic component={screen().component} />}>
          <Match when={session.mapping()}>
            {(pending) => <Mapping pending={pending()} onConfirmed={made.goToOpened} />}
          </Match>
          <Match when={showsLanding()}>
            <Landing />
          </Match>
        </Switch>
      </main>
      <DropLayer onOver={() => void app.engine.prepareImport()} onTake={app.take} />
      <For each={app.dialog() === 'palette' ? [true] : []}>
        {() => <Palette commands={app.commands()} onClose={() => app.setDialog(null)} />}
      </For>
      <Show when={app.dialog() === 'settings' && session.result() !== null}>
        <SettingsDialog onClose={() => app.setDialog(null)} />
      </Show>
      <ReplaceDialog
        open={made.incoming() !== null}
        files={made.incoming()?.sources.map(({ name }) => name) ?? []}
        dataset={session.result()?.header.name ?? ''}
        onReplace={() => void made.bringIn(made.incoming()!, false)}
        onAdd={() => void made.bringIn(made.incoming()!, true)}
        onClose={() => made.setIncoming(null)}
      />
    </AppContext.Provider>
  );
}
