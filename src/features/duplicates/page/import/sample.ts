import type { ImportSource } from '../../../../model/import-request';

/** The sample export, carried inside the app: the page may not make a request. Loaded only when asked for. */
export async function sampleSource(): Promise<ImportSource> {
  const { default: json } = await import('../../../../../public/sample-assets.json?raw');
  return { name: 'sample-assets.json', blob: new Blob([json], { type: 'application/json' }) };
}
