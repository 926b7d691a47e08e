/** What stands around the assets of one page. Values are as read; who pages decides what they mean. */
export interface PageEnvelope {
  /** Exact decimal text; ids may be over 2⁵³, where `JSON.parse` would change them. */
  readonly lastSeenAssetId: string | null;
  /** Seen as 1, 0, "0", true and false; `null` if absent. */
  readonly hasMore: boolean | null;
  /** How many assets the page holds; counted, not the `count` it states. */
  readonly assets: number;
  readonly responseCode: string | null;
  readonly responseMessage: string | null;
}

interface Walk {
  readonly text: string;
  at: number;
}

/**
 * Reads the envelope of one Gateway page without making objects of its assets.
 * Returns null if the text is not one whole JSON object.
 */
export function readEnvelope(text: string): PageEnvelope | null {
  const walk: Walk = { text, at: 0 };
  skipSpace(walk);
  if (text[walk.at] !== '{') return null;
  const scalars = new Map<string, string>();
  let assets = 0;
  const whole = eachMember(walk, (key) => {
    if (key === 'assetListData' && text[walk.at] === '{') {
      return eachMember(walk, (inner) => {
        if (inner === 'asset' && text[walk.at] === '[') {
          const count = countElements(walk);
          assets += Math.max(0, count);
          return count >= 0;
        }
        if (inner === 'asset' && text[walk.at] === '{') assets += 1;
        return skipValue(walk);
      });
    }
    const start = walk.at;
    if (!skipValue(walk)) return false;
    if (text[start] !== '{' && text[start] !== '[') scalars.set(key, text.slice(start, walk.at));
    return true;
  });
  skipSpace(walk);
  if (!whole || walk.at !== text.length) return null;
  const cursor = /^"?(\d{1,40})"?$/.exec(scalars.get('lastSeenAssetId') ?? '')?.[1] ?? null;
  return {
    lastSeenAssetId: cursor,
    hasMore: readFlag(scalars.get('hasMore')),
    assets,
    responseCode: readText(scalars.get('responseCode')),
    responseMessage: readText(scalars.get('responseMessage')),
  };
}

function readFlag(raw: string | undefined): boolean | null {
  if (raw === undefined || raw === 'null') return null;
  return !/^"?(?:0|false|)"?$/i.test(raw);
}

function readText(raw: string | undefined): string | null {
  if (raw?.[0] !== '"') return null;
  try {
    return String(JSON.parse(raw));
  } catch {
    return null;
  }
}

/** Walks the members of the object at the cursor; false as soon as the text or `visit` breaks off. */
function eachMember(walk: Walk, visit: (key: string) => boolean): boolean {
  walk.at++;
  skipSpace(walk);
  if (walk.text[walk.at] === '}') return ++walk.at > 0;
  for (;;) {
    skipSpace(walk);
    const start = walk.at;
    if (walk.text[walk.at] !== '"' || !skipString(walk)) return false;
    const key = readText(walk.text.slice(start, walk.at)) ?? '';
    skipSpace(walk);
    if (walk.text[walk.at++] !== ':') return false;
    skipSpace(walk);
    if (!visit(key)) return false;
    skipSpace(walk);
    const next = walk.text[walk.at++];
    if (next === '}') return true;
    if (next !== ',') return false;
  }
}

/** Counts the elements of the list at the cursor; -1 if it breaks off. */
function countElements(walk: Walk): number {
  walk.at++;
  skipSpace(walk);
  if (walk.text[walk.at] === ']') {
    walk.at++;
    return 0;
  }
  for (let count = 1; ; count++) {
    skipSpace(walk);
    if (!skipValue(walk)) return -1;
    skipSpace(walk);
    const next = walk.text[walk.at++];
    if (next === ']') return count;
    if (next !== ',') return -1;
  }
}

/** Moves behind one value of any depth without recursion; the importer checks its grammar, not this. */
function skipValue(walk: Walk): boolean {
  const first = walk.text[walk.at];
  if (first === '"') return skipString(walk);
  if (first !== '{' && first !== '[') {
    const start = walk.at;
    while (walk.at < walk.text.length && !',]} \t\r\n'.includes(walk.text[walk.at]!)) walk.at++;
    return walk.at > start;
  }
  let depth = 0;
  while (walk.at < walk.text.length) {
    const character = walk.text[walk.at];
    if (character === '"') {
      if (!skipString(walk)) return false;
      continue;
    }
    walk.at++;
    if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return true;
  }
  return false;
}

function skipString(walk: Walk): boolean {
  for (walk.at++; walk.at < walk.text.length; walk.at++) {
    const code = walk.text.charCodeAt(walk.at);
    if (code === 0x5c) walk.at++;
    else if (code === 0x22) return ++walk.at > 0;
  }
  return false;
}

function skipSpace(walk: Walk): void {
  while (walk.at < walk.text.length && ' \t\r\n'.includes(walk.text[walk.at]!)) walk.at++;
}
