/**
 * The canonical form of an asset or NetBIOS name: trimmed and lower-case, as Unicode has it (docs/contract.md,
 * "Field rules"). "" means no name.
 */
export function canonicalName(text: string): string {
  return text.trim().toLowerCase();
}

/** The canonical form of a DNS name: that of any name, without one trailing dot (the root). "" means no name. */
export function canonicalDnsName(text: string): string {
  const name = canonicalName(text);
  return name.endsWith('.') ? name.slice(0, -1) : name;
}
