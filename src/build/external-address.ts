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

/** Where an address could start: an attribute, a string or a style. */
const FOREIGN: readonly RegExp[] = [
  // Any program that takes a link of these kinds opens a connection: a name look-up, a mail, a call.
  /["'`(=]\s*((?:stuns?|turns?|mailto|tel|sms|callto|sips?|xmpp|ftps?|ldaps?|dns|nntp|news|gopher|magnet):[^\s"'`<>()]*)/gi,
  // The page's own scheme, with a name that has a dot …
  /["'`(=](\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'`<>()\\]*)/gi,
  // … or none, as hosts of an inner network have: then only where the text is nothing but an address.
  /(?<quote>["'`])(\/\/[a-z0-9-]+(?:[:/?#][^\s"'`<>()]*)?)\k<quote>/gi,
  /\s(?:src|srcset|href|action|formaction|data|poster|ping|background|cite|manifest)=(\/\/[a-z0-9-][^\s"'`<>]*)/gi,
  // Browsers take a backslash for a slash: in markup as it stands, in strings of a script with another one before it.
  /\s(?:src|srcset|href|action|formaction|data|poster|ping|background|cite|manifest)=["']?((?:\\[\\/]|\/\\)[a-z0-9-][^\s"'`<>]*)/gi,
  /["'`]((?:\\\\\\\\|\\\\\/|\/\\\\)[a-z0-9-]+(?:\.[a-z0-9-]+)*(?:\.[a-z]{2,}|[:/]|\\\\[a-z])[^\s"'`<>()]*)/gi,
];

/**
 * Addresses in an output text that could be fetched: `https://host`, `ws://host`, `//host`, `\\host`, and links of other
 * kinds that connect (`stun:`, `mailto:`). Harmless ones (see above) are left out. Bare `https://` is none: the page
 * that may connect puts the host of a person's choice behind it.
 */
export function findExternalAddresses(text: string): string[] {
  const found = new Set<string>();
  for (const [address] of text.matchAll(/\b(?:https?|wss?|ftps?):\/\/[a-z0-9[][^\s"'`<>()\\,;{}|]*/gi)) {
    if (!HARMLESS.some(({ pattern }) => pattern.test(address))) found.add(address);
  }
  for (const pattern of FOREIGN) for (const match of text.matchAll(pattern)) found.add(match.at(-1)!);
  return [...found].filter(
    (address) => ![...found].some((other) => other !== address && other.endsWith(address)),
  );
}
