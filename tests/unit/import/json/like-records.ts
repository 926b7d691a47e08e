/**
 * Random files of records that are like each other, as exports are, but for one place here and there: what the
 * scanner's shapes have to tell apart.
 */

/** Numbers from 0 to below `below`, the same ones for the same seed. */
export type Random = (below: number) => number;

export function randomOf(seed: number): Random {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A value as it is to be written; keys with their quotes. */
type Tree =
  | { readonly kind: 'scalar'; readonly pool: readonly string[]; raw: string }
  | { readonly kind: 'list'; items: Tree[] }
  | { readonly kind: 'object'; members: Member[] };
interface Member {
  key: string;
  value: Tree;
}

const quoted = (texts: readonly string[]) => texts.map((text) => JSON.stringify(text));
const WORDS = quoted([
  '',
  'web01',
  ' db-2 ',
  'Ä.example',
  '\u0000"\\\n',
  '\ud800',
  '😀',
  '=1+1',
  'x'.repeat(70),
]);
const IDS = [
  ...'12345678',
  '"1"',
  '"12"',
  '1.0',
  '2e0',
  '1E1',

  '"abc"',
  '"\\u0031"',
  '123456789012345',
];
const TIMES = ['0', '-1', '""', '"2026-01-14T09:21:00Z"', '1700000000', '{"$date":1760000000000}'];
const LONG_TIMES = ['{"$date":"2026-05-25T14:21:10.000Z"}', '{"$date":{"$numberLong":"1760000000001"}}'];
const MACS = quoted(['00:50:56:aa:bb:01', '00-50-56-AA-BB-02', '', 'n/a', '005056aabb04, 005056aabb05']);
const ADDRESSES = quoted(['10.0.0.1', '10.0.0.1, 10.0.0.2', '', 'fe80::1']);
const NUMBERS = ['0', '7', '-12', '1700000001'];
/** Values that keep their own spelling, which `JSON.parse` forgets. */
const ODD_NUMBERS = ['1.0', '-0', '1e3', '12.50E-1'];
const ANY = [
  'null',
  'true',
  'false',
  '[]',
  '{}',
  '[[],{}]',
  '{"a":[1,{"b":null}]}',
  '"\x7f"',
  '"\\ud83d\\ude00"',
];

const scalar = (pool: readonly string[]): Tree => ({ kind: 'scalar', pool, raw: '' });
const list = (...items: Tree[]): Tree => ({ kind: 'list', items });
const object = (members: Record<string, Tree>): Tree => ({
  kind: 'object',
  members: Object.entries(members).map(([key, value]) => ({ key: `"${key}"`, value })),
});

const networkInterface = () =>
  object({ hostname: scalar(WORDS), addressIpV4: scalar(ADDRESSES), macAddress: scalar(MACS) });
const source = () => object({ source: scalar(WORDS), created: scalar(TIMES), lastUpdated: scalar(TIMES) });
const software = () =>
  object({
    id: scalar(NUMBERS),
    name: scalar(WORDS),
    lifecycle: object({ stage: scalar(WORDS), dates: list(scalar(NUMBERS), scalar(NUMBERS)) }),
    ports: list(object({ port: scalar(NUMBERS), name: scalar(WORDS) })),
  });

function assetTemplate(): Tree {
  return object({
    assetId: scalar(IDS),
    assetName: scalar(WORDS),
    dnsName: scalar(WORDS),
    address: scalar(ADDRESSES),
    macAddress: scalar(MACS),
    riskScore: scalar(NUMBERS),
    agent: object({ version: scalar(WORDS), lastCheckedIn: scalar([...TIMES, ...LONG_TIMES]) }),
    networkInterfaceListData: object({ networkInterface: list(networkInterface(), networkInterface()) }),
    softwareListData: object({ software: list(software(), software(), software()) }),
    inventoryListData: object({ inventory: list(source(), source()) }),
    lastModifiedDate: scalar(TIMES),
    tagList: object({ tag: list(object({ tagId: scalar(NUMBERS), tagName: scalar(WORDS) })) }),
  });
}

function hostTemplate(): Tree {
  return object({
    id: scalar(IDS),
    name: scalar(WORDS),
    address: scalar(ADDRESSES),
    trackingMethod: scalar(WORDS),
    networkInterface: object({
      list: list(
        object({ HostAssetInterface: object({ macAddress: scalar(MACS), address: scalar(ADDRESSES) }) }),
      ),
    }),
    software: object({ list: list(software(), software()) }),
  });
}

function copy(tree: Tree): Tree {
  if (tree.kind === 'scalar') return { ...tree };
  if (tree.kind === 'list') return list(...tree.items.map(copy));
  return { kind: 'object', members: tree.members.map(({ key, value }) => ({ key, value: copy(value) })) };
}

/** Gives every scalar a value of its own, and lists a length of their own. */
function fill(tree: Tree, random: Random): void {
  if (tree.kind === 'scalar') {
    tree.raw = tree.pool[random(tree.pool.length)]!;
  } else if (tree.kind === 'list') {
    const { items } = tree;
    const length = random(6) === 0 && items.length > 0 ? random(9) : items.length;
    tree.items = Array.from({ length }, (_, i) => copy(items[i % items.length]!));
    for (const item of tree.items) fill(item, random);
  } else {
    for (const { value } of tree.members) fill(value, random);
  }
}

function objectsIn(tree: Tree): Member[][] {
  if (tree.kind === 'scalar') return [];
  if (tree.kind === 'list') return tree.items.flatMap(objectsIn);
  return [tree.members, ...tree.members.flatMap(({ value }) => objectsIn(value))];
}

/** Makes the record differ from its like in one place. `wild`: also where `slowAssets` and the reader disagree. */
function change(tree: Tree, random: Random, wild: boolean): void {
  const objects = objectsIn(tree);
  const members = objects[random(2) === 0 ? 0 : random(objects.length)]!;
  if (members.length === 0) return;
  const at = random(members.length);
  const member = members[at]!;
  const leaf = member.value.kind === 'scalar' ? member.value : null;
  switch (random(8)) {
    case 0:
      if (wild || members !== objects[0] || at > 2) members.splice(at, 1);
      break;
    case 1:
      members.push(...members.splice(at, 1));
      break;
    case 2:
      member.value = scalarOf('null');
      break;
    case 3:
      if (leaf !== null) leaf.raw = wild ? [...NUMBERS, ...ODD_NUMBERS][random(8)]! : NUMBERS[random(4)]!;
      break;
    case 4:
      if (leaf !== null || wild) member.value = scalarOf(ANY[random(ANY.length)]!);
      break;
    case 5: {
      // `slowAssets` has MACs and addresses in the order of the first of equal keys, the reader in that of the last.
      if (!wild && /mac|address|network/i.test(member.key)) break;
      const again = { key: member.key, value: copy(member.value) };
      fill(again.value, random);
      members.splice(wild ? random(members.length + 1) : at, 0, again);
      break;
    }
    case 6:
      members.splice(random(2) * at, 0, {
        key: '"unknown\u007fé"',
        value: scalarOf(ANY[random(ANY.length)]!),
      });
      break;
    default:
      member.key = `"\\u${member.key.charCodeAt(1).toString(16).padStart(4, '0')}${member.key.slice(2)}`;
  }
}

const scalarOf = (raw: string): Tree => ({ kind: 'scalar', pool: [raw], raw });

/** How a record is written: spaces before and after colons, after commas, and before closing brackets. */
const STYLES = [
  ['', '', '', ''],
  ['', ' ', ' ', ''],
  ['', ' ', '\n    ', '\n  '],
  ['\t', '', '', ' '],
] as const;

function write(tree: Tree, style: (typeof STYLES)[number]): string {
  if (tree.kind === 'scalar') return tree.raw;
  const [beforeColon, afterColon, comma, close] = style;
  if (tree.kind === 'list')
    return tree.items.length === 0
      ? '[]'
      : `[${tree.items.map((item) => write(item, style)).join(`,${comma}`)}${close}]`;
  const members = tree.members.map(
    ({ key, value }) => `${key}${beforeColon}:${afterColon}${write(value, style)}`,
  );
  return members.length === 0 ? '{}' : `{${members.join(`,${comma}`)}${close}}`;
}

/** The records of a file, most of them of one of a few shapes. */
export function likeRecords(random: Random, wild: boolean, host = false): string[] {
  const templates = Array.from({ length: 1 + random(3) }, () => {
    const template = host ? hostTemplate() : assetTemplate();
    if (random(2) === 0) change(template, random, wild);
    return template;
  });
  const style = STYLES[random(3) === 0 ? random(STYLES.length) : 0]!;
  const changes = random(4);
  return Array.from({ length: 3 + random(10) }, () => {
    const record = copy(templates[random(templates.length)]!);
    fill(record, random);
    if (random(4) < changes) change(record, random, wild);
    let json = write(record, random(8) === 0 ? STYLES[random(STYLES.length)]! : style);
    if (random(6) === 0) json = withSpace(json, random);
    return json;
  });
}

/** Puts a space behind one of the record's colons, commas or brackets; inside a text it does no harm either. */
function withSpace(json: string, random: Random): string {
  const places = [...json.matchAll(/[:,[{\]}]/g)].map(({ index }) => index + 1).slice(0, -1);
  const at = places[random(places.length)] ?? 0;
  return at === 0 ? json : `${json.slice(0, at)} ${json.slice(at)}`;
}

/** A file of such records in one of the wrappers that people have. */
export function likeFile(random: Random): string {
  const wrapper = random(8);
  if (wrapper === 0) {
    const records = likeRecords(random, true, true).map((json) => `{"HostAsset":${json}}`);
    return `{"ServiceResponse":{"count":1,"data":[${records.join(',')}]}}`;
  }
  const records = likeRecords(random, true);
  if (wrapper === 1) return `{"hasMore":0,"assetListData":{"asset":[${records.join(',\n')}]},"count":1}`;
  if (wrapper === 2) return records.join('\n');
  if (wrapper === 3) return `[${records.map((json) => `{"_id":1,"_source":${json}}`).join()}]`;
  if (wrapper === 4) return `{"meta":{"a":[{}]},"data":[${records.join(', ')}]}`;
  if (wrapper === 5)
    return `[${records.map((json) => `{"count":1,"assetListData":{"asset":[${json}]}}`).join()}]`;
  return `[${records.join(',')}]`;
}

const CHANGED_BYTES = [
  0, 10, 31, 32, 34, 44, 45, 46, 48, 58, 91, 92, 93, 101, 110, 123, 125, 127, 128, 195, 240, 255,
];

/** Breaks the file in a place or two, or cuts its end. */
export function broken(bytes: Uint8Array, random: Random): Uint8Array {
  let left = bytes;
  for (let times = random(3); times > 0; times--) {
    const at = random(left.length);
    const byte = CHANGED_BYTES[random(CHANGED_BYTES.length)]!;
    const instead = random(3) === 0 ? [] : [byte];
    left = Uint8Array.from([...left.subarray(0, at), ...instead, ...left.subarray(at + random(2))]);
  }
  return random(5) === 0 ? left.slice(0, random(left.length + 1)) : left;
}
