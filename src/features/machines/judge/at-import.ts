import { assetsKeptApart } from '../../../identifiers/kept-apart-ids';
import { textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { AtImport, Hidden } from '../../../model/judgement';

/** Assets whose ID stands for another machine as well: no list may name them, whichever machine is meant. */
export function findSharedIds({ columns }: Dataset): Hidden[] {
  return [...assetsKeptApart(columns.assetId).values()].flatMap((assets) => {
    const ids = assets.map((asset) => textAt(columns.assetId, asset));
    const why = `Its asset ID stands for ${assets.length} different machines, here ${ids.slice(0, 5).join(', ')}: of several subscriptions.`;
    return assets.map((asset): Hidden => ({ asset, cause: 'severalSubscriptions', why }));
  });
}

/** What import made of records with one asset ID; rows of one host that were folded are none of these. */
export function causesAtImport({ header, columns }: Dataset): AtImport[] {
  const folded = (header.notices ?? [])
    .filter(({ kind }) => kind === 'foldedRecords')
    .reduce((sum, { count }) => sum + count, 0);
  const found: AtImport[] = [
    { cause: 'severalSubscriptions', count: assetsKeptApart(columns.assetId).size },
    { cause: 'repeatedRecord', count: header.balance.repeated - folded },
  ];
  return found.filter(({ count }) => count > 0);
}
