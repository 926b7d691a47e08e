import { BEST, type FieldNode, type FieldTable, NOTHING, PAIR, PART, PLAIN, PUT, SOURCE } from './field-node';

/** Lists of an asset whose members have keys like its own, and belong to something else. */
const OTHER_THINGS = /software|port|volume|service|user|account|processor|vuln|detection|finding|gateway/i;

/**
 * What a key means that a program made of a path: `networkInterfaceListData.networkInterface[0].macAddress`,
 * `cloudProvider_aws_ec2_instanceId`, `/asset/dnsName`. The path is followed from the record's own keys; wrappers
 * before it are passed over. `null`: it leads nowhere.
 */
export function nodeOfPath(key: string, root: FieldTable): FieldNode | null {
  const separators = /[./[\]]/.test(key) ? /[./[\]]+/ : /_+/;
  const parts = key.split(separators).filter((part) => part !== '');
  const steps = parts.filter((part) => !/^\d+$|^\*$/.test(part));
  if (parts.length < 2) return null;
  for (let from = 0; from < steps.length; from++) {
    const first = childOf(root, steps[from]!);
    // What wraps records is no part of them: "HostAsset.id".
    if (first !== null && first.wrapper !== null) continue;
    if (first !== null) return follow(first, steps.slice(from + 1));
    if (OTHER_THINGS.test(steps[from]!)) return null;
  }
  return null;
}

function follow(first: FieldNode, steps: readonly string[]): FieldNode | null {
  let node = first;
  let whole: FieldNode | null = null;
  for (const step of steps) {
    if (node.whole !== PLAIN) whole = node;
    const next = node.table === null ? null : childOf(node.table, step);
    if (next === null) return null;
    node = next;
  }
  if (node.action !== PART || whole === null) return node.copy();
  return partAlone(node, whole);
}

/** A part of a whole under a key of its own: the name of a source and the best text stand alone, other parts do not. */
function partAlone(part: FieldNode, whole: FieldNode): FieldNode | null {
  const standsAlone = whole.whole === BEST || (whole.whole === SOURCE && part.part === 0);
  if (whole.whole === PAIR || !standsAlone) return null;
  const node = part.copy();
  node.action = PUT;
  node.field = whole.field;
  node.part = 0;
  node.table = null;
  return node;
}

/** The node of a key in any spelling: `asset_id`, `AssetID`. */
export function nodeOfSpelling(key: string, table: FieldTable): FieldNode | null {
  const plain = spelling(key);
  if (plain === '') return null;
  for (const [known, node] of table.added()) {
    // HOST and CODE of the VM API are no “host” and “code” of anything else.
    if (/^[A-Z]+$/.test(known) && (node.response || node.wrapper !== null)) continue;
    if (spelling(known) === plain && hasMeaning(node)) return node.copy();
  }
  return null;
}

function childOf(table: FieldTable, key: string): FieldNode | null {
  return table.get(key) ?? nodeOfSpelling(key, table);
}

const spelling = (key: string): string => key.toLowerCase().replace(/[^a-z0-9$]/g, '');

function hasMeaning(node: FieldNode): boolean {
  return node.action !== NOTHING || node.structured || node.wrapper !== null || node.marks !== 0;
}
