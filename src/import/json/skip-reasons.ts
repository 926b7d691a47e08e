/** Why a record was skipped: one sentence each, without the record's data. */
export const ENDS_INSIDE_RECORD = 'The file ends inside this record.';
export const ENDS_INSIDE_LIST = 'The file ends before its list of assets is closed.';
export const DOES_NOT_END = 'This record is not valid JSON: it does not end before the next one starts.';
export const XML_DOES_NOT_END = 'This record is not valid XML: it does not end before the next one starts.';
export const XML_NO_START = 'This record is not valid XML: its start tag is missing or broken.';
export const NO_ASSET_FIELD =
  'This object has none of the fields that identify an asset, such as assetId, assetName or dnsName.';
export const WRAPPED_TOO_DEEP = 'This record lies inside more than 24 lists and wrappers.';
export const LOST_DIGITS =
  'The asset ID is written as a power of ten, such as 7.001E+11, or as ###, as spreadsheet programs do: its digits are lost.';
export const TOO_LARGE = 'This record is larger than 64 MB.';

/** What stands where an asset should, by its first byte. */
export function notAnAsset(byte: number): string {
  const what: Readonly<Record<number, string>> = {
    34: 'Text',
    91: 'A list',
    102: 'True or false',
    110: 'Null',
    116: 'True or false',
  };
  return `${what[byte] ?? 'A number'}, not an asset.`;
}

/** What is wrong in a record's bytes; `base` is where position 0 stands in the file. */
export function ofFault(fault: { readonly reason: string; readonly at: number }, base: number): string {
  if (fault.reason.startsWith('it is nested')) return `This record cannot be kept: ${fault.reason}.`;
  if (fault.reason === 'a text is not valid UTF-8')
    return `A text in this record is not valid UTF-8, at byte ${(base + fault.at).toLocaleString('en-US')}.`;
  return ofBytes(fault.reason, base + fault.at);
}

/** What is not JSON at that byte of the file. */
export function ofBytes(reason: string, byte: number): string {
  return `This record is not valid JSON: ${reason}, at byte ${byte.toLocaleString('en-US')}.`;
}
