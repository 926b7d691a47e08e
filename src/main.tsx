import { startPage } from './app/start-page';

startPage(document.getElementById('app')!);
