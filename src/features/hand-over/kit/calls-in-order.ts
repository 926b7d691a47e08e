import { IDS_IN_CALL } from '../settings';
import type { HandOverSettings } from '../types';
import type { Plan, RedundantRecord } from './plan';
import { deleteXml, findTagXml, lookXml, tagXml, uninstallXml } from './qps';

/** Assets that one look, one tag and one delete name. */
export interface CallChunk {
  /** `001`. */
  readonly number: string;
  readonly ids: readonly string[];
  /** Whether the assets of this chunk have an agent to uninstall, none of them alive. */
  readonly agents: boolean;
}

/**
 * The redundant records in chunks for the calls: those with an agent first and by themselves, so that the call that
 * uninstalls names exactly the ids of its look.
 */
export function callChunks({ deadAgents, redundant }: Plan): CallChunk[] {
  const hasAgent = ({ asset }: RedundantRecord) => deadAgents.has(asset);
  const parts = [
    { records: redundant.filter(hasAgent), agents: true },
    { records: redundant.filter((record) => !hasAgent(record)), agents: false },
  ];
  const chunks = parts.flatMap(({ records, agents }) =>
    chunked(records, IDS_IN_CALL).map((some) => ({ ids: some.map(({ assetId }) => assetId), agents })),
  );
  return chunks.map((chunk, at) => ({ ...chunk, number: String(at + 1).padStart(3, '0') }));
}

/** The files of `qps/`, by path. */
export function* qpsFiles(
  chunks: readonly CallChunk[],
  settings: HandOverSettings,
): Generator<readonly [path: string, text: string]> {
  if (chunks.length > 0) yield ['qps/0-find-tag.xml', findTagXml(settings)];
  for (const { number, ids } of chunks) yield [`qps/1-look-${number}.xml`, lookXml(ids)];
  for (const { number, ids } of chunks) yield [`qps/2-tag-${number}.xml`, tagXml(ids, settings)];
  for (const { number, ids } of chunks) yield [`qps/3-delete-${number}.xml`, deleteXml(ids)];
  for (const { number, ids, agents } of chunks)
    if (agents) yield [`qps/3-uninstall-${number}.xml`, uninstallXml(ids)];
}

/** A list in pieces of at most `size`. */
export function chunked<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}
