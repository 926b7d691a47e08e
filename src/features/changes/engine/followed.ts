import type { DecisionSource } from '../../../model/decision';

/** Which assets a decision rests on, by id. */
export interface Followed {
  readonly standing: number;
  readonly asked: number;
  readonly byAssetId: ReadonlyMap<string, 'standing' | 'asked'>;
}

/** An asset of a decision that is asked again counts as that, whatever else was decided about it. */
export function followedOf({ standing, asked }: Awaited<ReturnType<DecisionSource['decisions']>>): Followed {
  const byAssetId = new Map<string, 'standing' | 'asked'>();
  for (const { assetIds } of standing) for (const id of assetIds) byAssetId.set(id, 'standing');
  for (const { assetIds } of asked) for (const id of assetIds) byAssetId.set(id, 'asked');
  return { standing: standing.length, asked: asked.length, byAssetId };
}
