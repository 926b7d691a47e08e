import json from '../../../../../public/sample-assets.json?raw';
import type { ImportSource } from '../../../../model/import-request';

/** The sample export, carried inside the app: the page may not make a request. */
export function sampleSource(): ImportSource {
  return { name: 'sample-assets.json', blob: new Blob([json], { type: 'application/json' }) };
}
