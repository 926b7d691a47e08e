import type { Plugin } from 'vite';

/** How Vite names the script of an inlined worker that it is about to start. */
const BLOB = /\bconst blob = typeof self !== "undefined" && self\.Blob && new Blob\(/;

/**
 * Lets `?worker&inline` also export the script itself: the engine starts more threads of it, and on `file://` a
 * worker cannot use an address that the page has made. Fails where Vite no longer writes what this relies on.
 */
export function workerScript(): Plugin {
  return {
    name: 'worker-script',
    enforce: 'post',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('?worker&inline')) return null;
      if (!BLOB.test(code)) throw new Error('Vite no longer makes a blob of an inlined worker');
      return { code: `${code}\nexport const script = blob;`, map: null };
    },
  };
}
