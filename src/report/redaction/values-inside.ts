const IPV4 = /(?<!\d)\d{1,3}([-._]\d{1,3}){3}(?!\d)/;
const IPV6 = /[0-9a-f]{0,4}:[0-9a-f]{0,4}:/i;
const MAC =
  /(?<![0-9a-f])[0-9a-f]{2}([-:._]?[0-9a-f]{2}){5}(?![0-9a-f])|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}/i;
/** The MAC address in the last half of an IPv6 address has ff:fe in its middle (RFC 4291, appendix A). */
const MAC_IN_IPV6 = /:[0-9a-f]{1,4}:?[0-9a-f]{0,2}ff:fe[0-9a-f]{2}:/i;

/** Whether a name or another text may hold an IP address, as `ip-10-20-30-40` does; rather once too often. */
export function mayHoldAddress(text: string): boolean {
  return IPV4.test(text) || IPV6.test(text);
}

/** Whether a name or an address may hold a MAC address; rather once too often. */
export function mayHoldMac(text: string): boolean {
  return MAC.test(text) || MAC_IN_IPV6.test(text);
}
