import { createMemo, For, type JSX, Match, onCleanup, type ParentComponent, Show, Switch } from 'solid-js';
import { createComponent, Dynamic } from 'solid-js/web';
import type { EngineClient } from '../client/engine-client';
import { isTypingPlace } from '../ui/browser/given-files';
import { commandOfKey } from '../ui/command';
import { AppContext } from '../ui/context';
import { BusyBar } from '../ui/frame/busy-bar';
import { CloseDialog } from '../ui/frame/close-dialog';
import { DropLayer } from '../ui/frame/drop-layer';
import { FileInput } from '../ui/frame/file-input';
import { Palette } from '../ui/frame/palette';
import { ScreenBoundary } from '../ui/frame/screen-boundary';
import { TopBar } from '../ui/frame/top-bar';
import { Troubles } from '../ui/frame/troubles';
import { ToastList } from '../ui/parts/toast';
import { createApp } from './create-app';
import type { EngineApi } from './engine-api';
import { FEATURE_PAGES } from './screens';

/** The frame: top bar, troubles, one screen at a time, dialogs above it. */
export function AppFrame(props: { engine: EngineClient<EngineApi> }) {
  let input!: HTMLInputElement;
  const { app, screens, states } = createApp(props.engine, FEATURE_PAGES, () => input.click());
  const { session, route } = app;
  const screen = createMemo(() => screens.find(({ id }) => id === route.screen()) ?? screens[0]!);
  const landing = FEATURE_PAGES.find((feature) => feature.landing !== undefined)?.landing;
  const showsLanding = () => session.result() === null && screen().needsDataset;
  const interruption = createMemo(
    () => states.find((state) => state.interruption?.when())?.interruption ?? null,
  );
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
      <Nested providers={states.flatMap((state) => state.provider ?? [])}>
        <button type="button" class="button skip" onClick={() => document.getElementById('main')?.focus()}>
          Skip to the content
        </button>
        <TopBar screens={screens} statuses={FEATURE_PAGES.flatMap((feature) => feature.status ?? [])}>
          <FileInput
            ref={(element) => {
              input = element;
            }}
          />
        </TopBar>
        <Troubles troubles={session.troubles()} onDismiss={session.dismiss} />
        <Show when={!showsLanding()}>
          <BusyBar />
        </Show>
        <main id="main" tabIndex={0}>
          <Switch
            fallback={
              <ScreenBoundary id={screen().id} label={screen().label}>
                <Dynamic component={screen().component} />
              </ScreenBoundary>
            }
          >
            <Match when={interruption()}>{(asked) => <Dynamic component={asked().component} />}</Match>
            <Match when={showsLanding()}>
              <Dynamic component={landing} />
            </Match>
          </Switch>
        </main>
        <ToastList toasts={app.toasts} />
        <DropLayer onOver={() => void app.engine.prepareImport()} onTake={app.take} />
        <For each={app.dialog() === 'palette' ? [true] : []}>
          {() => <Palette commands={app.commands()} onClose={() => app.setDialog(null)} />}
        </For>
        <CloseDialog />
        <For each={FEATURE_PAGES.flatMap((feature) => feature.dialogs ?? [])}>
          {(dialog) => <Dynamic component={dialog} />}
        </For>
      </Nested>
    </AppContext.Provider>
  );
}

/** The children inside every provider, the first outermost. */
function Nested(props: { providers: readonly ParentComponent[]; children: JSX.Element }): JSX.Element {
  const [first, ...others] = props.providers;
  if (first === undefined) return <>{props.children}</>;
  return createComponent(first, {
    get children() {
      return <Nested providers={others}>{props.children}</Nested>;
    },
  });
}
