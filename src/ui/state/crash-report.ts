import type { KitCalls } from '../../client/api';
import { type Trouble, valueOr } from '../../model/outcome';
import { timeText } from '../words';
import { forgetLeft, wasLeft } from './left-pages';

/** Says once which import ended with its page or worker: broken off by the person, who left the page, or by a crash. */
export async function explainCrash(
  engine: Pick<KitCalls, 'lastCrash'>,
  report: (trouble: Trouble) => void,
): Promise<void> {
  const crash = valueOr(await engine.lastCrash(), null);
  if (crash === null) return;
  const left = wasLeft(crash.tab);
  forgetLeft(crash.tab);
  report(
    left
      ? {
          code: 'left',
          what: `${crash.what}, begun on ${timeText(crash.at)}, was broken off when the page was closed or reloaded.`,
          remedy: 'Nothing of it was kept. Choose the file again to import it.',
        }
      : {
          code: 'crashed',
          what: `Doublet stopped unexpectedly on ${timeText(crash.at)}, during: ${crash.what}.`,
          remedy:
            'What was cached before is whole. If it was a large import, close other tabs and try again.',
        },
  );
}
