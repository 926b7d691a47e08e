/** What a page says besides its assets. Values are as read; who pages decides what they mean. */
export interface PageSummary {
  /** Exact decimal text; ids may be over 2⁵³, where `JSON.parse` would change them. */
  readonly lastSeenAssetId: string | null;
  /** Seen as 1, 0, "0", true and false; `null` if absent or anything else. */
  readonly hasMore: boolean | null;
  /** How many assets the page holds; counted, not the `count` it states. `null` where it has no list of assets. */
  readonly assets: number | null;
  readonly responseCode: string | null;
  /** What it says in words: `responseMessage`, else `message`, as error answers have it. */
  readonly responseMessage: string | null;
}

interface Walk {
  readonly bytes: Uint8Array;
  at: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const LIST = 0x5b;
const LIST_END = 0x5d;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;
const decoder = new TextDecoder();

/**
 * Reads what one Gateway page says, without making objects or texts of its assets: a thousand pages leave no garbage
 * to speak of. The JSON scanner of the import does not serve here: it mends what is broken and goes on behind it, while
 * a page that is broken anywhere must be asked for again. Returns null if the bytes are not one whole JSON object.
 */
export function readPageSummary(bytes: Uint8Array): PageSummary | null {
  const walk: Walk = { bytes, at: 0 };
  skipSpace(walk);
  if (bytes[walk.at] !== OBJECT) return null;
  const scalars = new Map<string, string>();
  let assets: number | null = null;
  const whole = eachMember(walk, (key) => {
    if (key === 'assetListData' && bytes[walk.at] === OBJECT) {
      return eachMember(walk, (inner) => {
        if (inner === 'asset' && bytes[walk.at] === LIST) {
          const count = countElements(walk);
          assets = Math.max(0, count);
          return count >= 0;
        }
        if (inner === 'asset' && bytes[walk.at] === OBJECT) assets = 1;
        return skipValue(walk);
      });
    }
    const start = walk.at;
    if (!skipValue(walk)) return false;
    if (bytes[start] !== OBJECT && bytes[start] !== LIST) scalars.set(key, textOf(walk, start));
    return true;
  });
  skipSpace(walk);
  if (!whole || walk.at !== bytes.length) return null;
  const cursor = /^"?(\d{1,40})"?$/.exec(scalars.get('lastSeenAssetId') ?? '')?.[1] ?? null;
  return {
    lastSeenAssetId: cursor,
    hasMore: readFlag(scalars.get('hasMore')),
    // An account without assets has a list that is null, and says so by its count.
    assets: assets ?? (scalars.get('count') === '0' ? 0 : null),
    responseCode: readText(scalars.get('responseCode')),
    responseMessage: readText(scalars.get('responseMessage')) ?? readText(scalars.get('message')),
  };
}

function readFlag(raw: string | undefined): boolean | null {
  if (/^"?(?:1|true)"?$/i.test(raw ?? '')) return true;
  return /^"?(?:0|false)"?$/i.test(raw ?? '') ? false : null;
}

function readText(raw: string | undefined): string | null {
  if (raw?.[0] !== '"') return null;
  try {
    return String(JSON.parse(raw));
  } catch {
    return null;
  }
}

/** Walks the members of the object at the cursor; false as soon as the bytes or `visit` break off. */
function eachMember(walk: Walk, visit: (key: string) => boolean): boolean {
  walk.at++;
  skipSpace(walk);
  if (walk.bytes[walk.at] === OBJECT_END) return ++walk.at > 0;
  for (;;) {
    skipSpace(walk);
    const start = walk.at;
    if (walk.bytes[walk.at] !== QUOTE || !skipString(walk)) return false;
    const key = readText(textOf(walk, start)) ?? '';
    skipSpace(walk);
    if (walk.bytes[walk.at++] !== COLON) return false;
    skipSpace(walk);
    if (!visit(key)) return false;
    skipSpace(walk);
    const next = walk.bytes[walk.at++];
    if (next === OBJECT_END) return true;
    if (next !== COMMA) return false;
  }
}

/** Counts the elements of the list at the cursor; -1 if it breaks off. */
function countElements(walk: Walk): number {
  walk.at++;
  skipSpace(walk);
  if (walk.bytes[walk.at] === LIST_END) {
    walk.at++;
    return 0;
  }
  for (let count = 1; ; count++) {
    skipSpace(walk);
    if (!skipValue(walk)) return -1;
    skipSpace(walk);
    const next = walk.bytes[walk.at++];
    if (next === LIST_END) return count;
    if (next !== COMMA) return -1;
  }
}

/** Moves behind one value of any depth without recursion; the importer checks its grammar, not this. */
function skipValue(walk: Walk): boolean {
  const { bytes } = walk;
  const first = bytes[walk.at];
  if (first === QUOTE) return skipString(walk);
  if (first !== OBJECT && first !== LIST) {
    const start = walk.at;
    while (walk.at < bytes.length && !endsScalar(bytes[walk.at]!)) walk.at++;
    return walk.at > start;
  }
  let depth = 0;
  while (walk.at < bytes.length) {
    const byte = bytes[walk.at];
    if (byte === QUOTE) {
      if (!skipString(walk)) return false;
      continue;
    }
    walk.at++;
    if (byte === OBJECT || byte === LIST) depth++;
    else if ((byte === OBJECT_END || byte === LIST_END) && --depth === 0) return true;
  }
  return false;
}

function skipString(walk: Walk): boolean {
  const { bytes } = walk;
  for (walk.at++; walk.at < bytes.length; walk.at++) {
    if (bytes[walk.at] === BACKSLASH) walk.at++;
    else if (bytes[walk.at] === QUOTE) return ++walk.at > 0;
  }
  return false;
}

function skipSpace(walk: Walk): void {
  while (walk.at < walk.bytes.length && isSpace(walk.bytes[walk.at]!)) walk.at++;
}

function endsScalar(byte: number): boolean {
  return byte === COMMA || byte === LIST_END || byte === OBJECT_END || isSpace(byte);
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

function textOf(walk: Walk, start: number): string {
  return decoder.decode(walk.bytes.subarray(start, walk.at));
}
