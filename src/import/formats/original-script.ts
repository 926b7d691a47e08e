// The JSON export of the original Python script (duplicate_finder): a bare array whose objects have assetId,
// assetName, dnsName, netbiosName, macAddress, address and inventoryListData. All of these are keys of a Gateway
// asset too, so the Gateway's tree reads it; it differs in the top-level macAddress, which the Gateway never has.

/** Whether the first bytes look like that export. */
export function isOriginalScript(head: string): boolean {
  return /^\s*\[/.test(head) && head.includes('"macAddress"') && !head.includes('"networkInterfaceListData"');
}
