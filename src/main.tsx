import { startPage } from './app/page';

startPage(document.getElementById('app')!);
