import { type Component, createEffect, For, type JSX, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useApp } from '../context';
import type { Screen } from '../feature-page';
import { Wordmark } from '../parts/wordmark';
import { toScreen } from '../state/address';
import { closePanel } from '../state/table-address';
import { keysText } from '../words';
import { DatasetMenu } from './dataset-menu';
import { ThemeMenu } from './theme-menu';

/** Wordmark, open dataset, screens, commands, theme; `children` holds the file input, so that it has a landmark. */
export function TopBar(props: {
  screens: readonly Screen[];
  /** What features keep in sight, before the tools. */
  statuses: readonly Component[];
  children: JSX.Element;
}) {
  const app = useApp();
  const opened = () => app.session.result() !== null;
  const screens = () => props.screens.filter((screen) => opened() || !screen.needsDataset);
  let nav!: HTMLElement;
  // On a phone the screens scroll sideways; after a reload the present one may be out of sight.
  createEffect(() => {
    void [app.route.screen(), screens().length, app.small()];
    requestAnimationFrame(() => {
      const link = nav.querySelector<HTMLElement>('[aria-current]');
      if (link !== null)
        nav.scrollLeft = link.offsetLeft - nav.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2;
    });
  });
  return (
    <header class="top-bar">
      <a class="home" href={app.route.href(toScreen(''), closePanel)} aria-label="Doublet, start">
        <Wordmark />
      </a>
      <Show when={app.session.result()}>
        {(result) => (
          <DatasetMenu
            open={result().header}
            cached={app.session.datasets()}
            onOpen={app.openDataset}
            onChoose={app.chooseFiles}
            onList={() => app.route.go(toScreen('datasets'), closePanel)}
            onClose={app.closeDataset}
          />
        )}
      </Show>
      <nav ref={nav} class="screens" aria-label="Screens">
        <For each={screens()}>
          {(screen) => (
            <a
              class="screen-link"
              href={app.route.href(toScreen(screen.id), closePanel)}
              aria-current={
                screen.id === app.route.screen() && (opened() || !screen.needsDataset) ? 'page' : undefined
              }
            >
              {screen.label}
            </a>
          )}
        </For>
      </nav>
      <div class="top-tools">
        <For each={props.statuses}>{(status) => <Dynamic component={status} />}</For>
        <button
          type="button"
          class="button button-bare commands-button"
          onClick={() => app.setDialog('palette')}
        >
          Commands <kbd>{keysText({ key: 'k', mod: true })}</kbd>
        </button>
        <ThemeMenu theme={app.theme.theme()} onChoose={app.theme.choose} />
      </div>
      {props.children}
    </header>
  );
}
