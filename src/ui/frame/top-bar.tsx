import { createEffect, For, type JSX, Show } from 'solid-js';
import { SCREENS } from '../../app/screens';
import { useApp } from '../context';
import { Wordmark } from '../parts/wordmark';
import { keysText } from '../words';
import { DatasetMenu } from './dataset-menu';
import { ThemeMenu } from './theme-menu';

/** Wordmark, open dataset, screens, commands, theme; `children` holds the file input, so that it has a landmark. */
export function TopBar(props: { children: JSX.Element }) {
  const app = useApp();
  const opened = () => app.session.result() !== null;
  const screens = () => SCREENS.filter((screen) => opened() || !screen.needsDataset);
  const close = () => {
    void app.session.close();
    app.route.go({ screen: 'overview', dataset: null, panel: null });
  };
  let nav!: HTMLElement;
  // On a phone the screens scroll sideways; after a reload the present one may be out of sight.
  createEffect(() => {
    void [app.route.view().screen, screens().length, app.small()];
    requestAnimationFrame(() => {
      const link = nav.querySelector<HTMLElement>('[aria-current]');
      if (link !== null)
        nav.scrollLeft = link.offsetLeft - nav.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2;
    });
  });
  return (
    <header class="top-bar">
      <a class="home" href={app.route.href({ screen: 'overview', panel: null })} aria-label="Doublet, start">
        <Wordmark />
      </a>
      <Show when={app.session.result()}>
        {(result) => (
          <DatasetMenu
            open={result().header}
            cached={app.session.datasets()}
            onOpen={app.openDataset}
            onChoose={app.chooseFiles}
            onList={() => app.route.go({ screen: 'datasets', panel: null })}
            onClose={close}
          />
        )}
      </Show>
      <nav ref={nav} class="screens" aria-label="Screens">
        <For each={screens()}>
          {(screen) => (
            <a
              class="screen-link"
              href={app.route.href({ screen: screen.id, panel: null })}
              aria-current={
                screen.id === app.route.view().screen && (opened() || !screen.needsDataset)
                  ? 'page'
                  : undefined
              }
            >
              {screen.label}
            </a>
          )}
        </For>
      </nav>
      <div class="top-tools">
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
