/** What kind of source reported a record; one bit each. */
export const AGENT = 1;
export const SCAN = 2;
export const PASSIVE = 4;
export const CLOUD = 8;
export const CONNECTOR = 16;
export const EXTERNAL = 32;

const KINDS: readonly (readonly [pattern: RegExp, kind: number])[] = [
  [/^(QAGENT|QUALYS_AGENT|CLOUD_AGENT|AGENT)$/, AGENT],
  [/EASM|SHODAN|CENSYS|EXTERNAL/, EXTERNAL],
  [/PASSIVE|^NPS$|^CAPS$/, PASSIVE],
  [/^(IP(_ADDRESS)?|DNS(_?(HOST)?NAME)?|NETBIOS(_?(HOST)?NAME)?|.*SCANNER.*|VM|PC)$/, SCAN],
  [/^(INSTANCE_ID|EC2|AWS|AZURE|GCP|OCI|VIRTUAL_MACHINE_ID|.*_CONNECTOR)$/, CLOUD],
];

/** The kind of a source by its name; whatever is not known is a connector: a CMDB, a directory, a hypervisor. */
export function sourceKind(source: string): number {
  const name = source
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
  return KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? CONNECTOR;
}

/** Families of operating systems, so that a disagreement is one of kind and not of version; 0 is unknown. */
const FAMILIES: readonly RegExp[] = [
  /idrac|\bilo\b|integrated lights|\bbmc\b|\bimm\b|xclarity|\bcimc\b|\bipmi\b/i,
  /windows/i,
  /mac ?os|os x|darwin/i,
  /\bios\b(?! xe)|ipados|android/i,
  /esx|hypervisor|hyper-v|xenserver|proxmox/i,
  /cisco|ios xe|junos|fortios|pan-os|arista|switch|firewall|router|aruba|checkpoint|f5 |big-ip|netscaler/i,
  /jetdirect|printer|laserjet/i,
  /linux|ubuntu|debian|centos|red hat|rhel|fedora|suse|oracle|rocky|alma|amazon|alpine|gentoo|arch/i,
  /aix|solaris|hp-ux|bsd/i,
];
export const CONTROLLER_FAMILY = 1;

export function familyOf(operatingSystem: string): number {
  const at = FAMILIES.findIndex((pattern) => pattern.test(operatingSystem));
  return at + 1;
}

/**
 * A hardware category or a host name that names a management controller: `idrac-7`, `web01-ilo`, and what HPE makes of
 * the serial number, `ILOCZJ1234567`.
 */
export const CONTROLLER_WORDS =
  /management controller|^(idrac|ilo|bmc|imm|xcc|cimc|ipmi)[-_ 0-9]|^ilo(?=[a-z]*\d)[a-z0-9]{10}(\.|$)|^[^.]*[-_](idrac|ilo|bmc|imm|xcc|cimc|ipmi)\d*(\.|$)/i;

/** A hardware category of something that runs inside another system and reports that one's identifiers. */
export const CONTAINER_WORDS = /container/i;
