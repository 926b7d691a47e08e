import { render } from 'solid-js/web';
import '../ui/styles.css';
import { AppFrame } from './page';
import { startEngine } from './start-engine';

/** Puts the app into the element. */
export function startPage(element: HTMLElement): void {
  // Made once: as an expression of its own in the markup it would be made anew each time it is read.
  const engine = startEngine();
  render(() => <AppFrame engine={engine} />, element);
}
