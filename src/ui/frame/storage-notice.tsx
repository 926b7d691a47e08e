import { Show } from 'solid-js';
import { useApp } from '../context';

/** Says where it matters that nothing can be kept here, and why; the choice not to keep anything needs no words. */
export function StorageNotice() {
  const app = useApp();
  const cannotKeep = () => {
    const cache = app.session.cache();
    return cache !== null && cache.mode === 'unavailable' ? cache.reason : null;
  };
  return (
    <Show when={cannotKeep()}>
      {(reason) => (
        <p class="calm-notice" role="status">
          {reason()}
        </p>
      )}
    </Show>
  );
}
