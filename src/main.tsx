import { render } from 'solid-js/web';
import { AppFrame } from './app/page';
import { createEngineClient } from './client/engine-client';
import './ui/styles/index.css';

// Made once: as an expression of its own in the markup it would be made anew each time it is read.
const engine = createEngineClient();
render(() => <AppFrame engine={engine} />, document.getElementById('app')!);
