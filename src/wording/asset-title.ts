import { textAt } from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { AssetIndex } from '../model/units';
import { LONGEST_IN_SENTENCE, shownText } from './shown-text';

/** The first name that the asset has, trimmed; "" if it has none. */
export function assetName(dataset: Dataset, asset: AssetIndex): string {
  const { assetName: name, dnsName, netbiosName, fqdn } = dataset.columns;
  for (const column of [name, dnsName, netbiosName, fqdn]) {
    const text = textAt(column, asset).trim();
    if (text !== '') return text;
  }
  return '';
}

/** What people call the asset: the first name it has, else its address, else its id. Cut as a screen needs it. */
export function assetTitle(dataset: Dataset, asset: AssetIndex): string {
  const { address, assetId } = dataset.columns;
  return shownText(
    assetName(dataset, asset) || textAt(address, asset).trim() || `Asset ${textAt(assetId, asset)}`,
    LONGEST_IN_SENTENCE,
  );
}
