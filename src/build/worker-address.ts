import type { Plugin } from 'vite';

/** What Vite puts before the script of an inlined worker: it takes its `blob:` address back once it runs. */
const REVOKES = /(["'`])\(self\.URL \|\| self\.webkitURL\)\.revokeObjectURL\(self\.location\.href\);\1,\s*/;

/**
 * Lets the engine's worker keep its address, for it starts more threads of the same script. Fails where Vite no
 * longer writes what is taken out here.
 */
export function keepWorkerAddress(): Plugin {
  return {
    name: 'keep-worker-address',
    enforce: 'post',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('?worker&inline')) return null;
      if (!REVOKES.test(code)) throw new Error('Vite no longer takes back the address of an inlined worker');
      return { code: code.replace(REVOKES, ''), map: null };
    },
  };
}
