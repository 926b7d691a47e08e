import type { HandOverSettings } from '../types';
import { chunked } from './calls-in-order';

/** The redundant assets as QQL, one query a line: `` assetId:[`1`,`2`] ``. */
export function* qqlLines(ids: readonly string[], settings: HandOverSettings): Generator<string> {
  for (const some of chunked(ids, settings.chunkSize))
    yield `${settings.token}:[${some.map((id) => `\`${id}\``).join(',')}]\r\n`;
}
