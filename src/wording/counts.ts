/** One locale for every number that people read. */
const integer = new Intl.NumberFormat('en-US');
const oneDecimal = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** 1096 → "1,096". */
export function countText(count: number): string {
  return integer.format(count);
}

/** 1, "asset" → "1 asset"; 2 → "2 assets". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${integer.format(count)} ${count === 1 ? one : many}`;
}

/** 25 → "25.0 %". */
export function percentText(percent: number): string {
  return `${oneDecimal.format(percent)} %`;
}

/** Bytes in the unit that people see in a file list: 441000000 → "441.0 MB". */
export function bytesText(bytes: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'];
  if (bytes < 1000) return counted(bytes, 'byte');
  let value = bytes;
  let unit = -1;
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${oneDecimal.format(value)} ${units[unit]}`;
}
