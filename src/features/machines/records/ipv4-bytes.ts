/** The number of an IPv4 address in dotted decimal, -2 for any other text. */
export function ipv4OfBytes(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  let part = -1;
  let dots = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 46 && part >= 0) {
      value = value * 256 + part;
      part = -1;
      dots++;
    } else if (byte >= 48 && byte <= 57) {
      part = (part < 0 ? 0 : part) * 10 + byte - 48;
      if (part > 255) return -2;
    } else return -2;
  }
  return dots === 3 && part >= 0 ? value * 256 + part : -2;
}
