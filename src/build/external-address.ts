/** An address that may stand in the output although it points outside, and why it cannot become a request. */
interface HarmlessAddress {
  readonly pattern: RegExp;
  readonly reason: string;
}

const HARMLESS: readonly HarmlessAddress[] = [
  {
    pattern:
      /^http:\/\/(www\.w3\.org|schemas\.(openxmlformats|microsoft)\.(org|com)|purl\.org|purl\.oclc\.org)\//,
    reason: 'a name space: an identifier in XML that no reader opens',
  },
  {
    pattern: /^http:\/\/(docs\.oasis-open\.org|openoffice\.org|sheetjs\.(com|openxmlformats\.org))(\/|$)/,
    reason: 'a name space of OpenDocument, in the spreadsheet reader',
  },
  {
    pattern: /^http:\/\/macVmlSchemaUri$/,
    reason: 'a name space of drawings made on a Mac, in the spreadsheet reader',
  },
  {
    pattern: /^https?:\/\/(localhost|127\.0\.0\.1)([:/]|$)/,
    reason: 'this machine: the Gateway page names them as a place for a proxy',
  },
  {
    pattern: /^https?:\/\/([a-z0-9-]+\.)*(example|invalid|test|example\.(com|org|net))([:/]|$)/,
    reason: 'a name set aside for examples, which no server has',
  },
];

/**
 * Addresses in an output text that could be fetched: `https://host`, `ws://host`, and `//host.name` where an
 * attribute, a string or a style would take it for an address. Harmless ones (see above) are left out.
 */
export function findExternalAddresses(text: string): string[] {
  const found = new Set<string>();
  for (const [address] of text.matchAll(/\b(?:https?|wss?|ftp):\/\/[a-z0-9[][^\s"'`<>()\\,;{}|]*/gi)) {
    if (!HARMLESS.some(({ pattern }) => pattern.test(address))) found.add(address);
  }
  for (const [, address] of text.matchAll(/["'`(=](\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'`<>()\\]*)/gi))
    found.add(address!);
  return [...found];
}
