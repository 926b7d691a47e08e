import { render } from 'solid-js/web';
import '../../ui/styles.css';
import { ThemeMenu } from '../../ui/frame/theme-menu';
import { createTheme } from '../../ui/state/theme';
import { ControlParts } from './control-parts';
import { DialogParts } from './dialog-parts';
import { MessageParts } from './message-parts';
import { TableParts } from './table-parts';
import './parts-page.css';

/** Every part of the kit in every state, for `/parts.html` of the development server; no build contains it. */
function PartsPage() {
  const { theme, choose } = createTheme();
  return (
    <main class="page parts" id="main">
      <header class="section-head">
        <h1 class="page-title">Parts</h1>
        <ThemeMenu theme={theme()} onChoose={choose} />
      </header>
      <ControlParts />
      <MessageParts />
      <DialogParts />
      <TableParts />
    </main>
  );
}

render(() => <PartsPage />, document.getElementById('app')!);
