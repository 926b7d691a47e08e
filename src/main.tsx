import { render } from 'solid-js/web';
import { createEngineClient } from './client/engine-client';
import { AppFrame } from './ui/app';
import './ui/styles/index.css';

render(() => <AppFrame engine={createEngineClient()} />, document.getElementById('app')!);
