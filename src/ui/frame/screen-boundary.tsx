import { ErrorBoundary, For, type JSX } from 'solid-js';
import { useApp } from '../context';
import { toScreen } from '../state/address';
import { closePanel } from '../state/table-address';

/** Keeps an error of one screen to that screen: it is told there, and every other screen works. */
export function ScreenBoundary(props: { id: string; label: string; children: JSX.Element }) {
  return (
    // By its id, so that another screen starts without the error of the one before.
    <For each={[props.id]}>
      {(id) => (
        <ErrorBoundary
          fallback={(error, again) => (
            <ScreenFailed id={id} label={props.label} error={error} again={again} />
          )}
        >
          {props.children}
        </ErrorBoundary>
      )}
    </For>
  );
}

function ScreenFailed(props: { id: string; label: string; error: unknown; again: () => void }) {
  const app = useApp();
  return (
    <section class="page" role="alert">
      <h1 class="page-title">{props.label} cannot be shown</h1>
      <p class="lead">
        An error stopped this screen: {messageOf(props.error)}. Your data is unchanged, and the other screens
        work. Show it again, or reload the page if that does not help.
      </p>
      <div class="buttons">
        <button type="button" class="button button-primary" onClick={() => props.again()}>
          Show it again
        </button>
        <a class="button" href={app.route.href(toScreen('help'), closePanel)}>
          Help
        </a>
      </div>
    </section>
  );
}

/** An error's message without its last stop, so that it can stand inside a sentence. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/[.\s]+$/, '');
}
