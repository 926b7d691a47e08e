import { TroubleError } from '../model/outcome';
import type { Watch } from '../model/progress';

/**
 * Bytes of text that an import may hold: the texts of over ten million assets. Files that are made for it reach that from
 * a few megabytes: cells that all refer to one long text, or one record repeated for gigabytes.
 */
export const MOST_HELD = 1.5 * 2 ** 30;

/** A watch that ends an import at its next pause, before its texts take more memory than a browser gives a page. */
export function watchHeld(watch: Watch, held: () => number, most: number): Watch {
  return {
    report: (progress) => watch.report(progress),
    pause: async () => {
      if (held() > most) throw tooMuchHeld();
      await watch.pause();
    },
  };
}

function tooMuchHeld(): TroubleError {
  return new TroubleError({
    code: 'import.tooMuchText',
    what: 'The fields that are read hold more than 1.6 GB of text, which is more than this page can keep in memory.',
    remedy:
      'What came before was read. Import fewer files at once, or look for a field that repeats a very long text.',
  });
}
