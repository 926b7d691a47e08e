import type { FieldTree } from '../scan/field-tree';
import { GATEWAY_ASSET, GATEWAY_RESPONSE } from './gateway';
import { HOST_ASSET_RESPONSE } from './hostasset';

export { HOST_ASSET } from './hostasset';

/** An element of any JSON file before it is known what it is: an asset, a response, or a wrapper of either. */
export const ASSET_TREE: FieldTree = { ...GATEWAY_ASSET, ...GATEWAY_RESPONSE, ...HOST_ASSET_RESPONSE };
