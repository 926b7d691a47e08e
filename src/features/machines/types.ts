/** Identifiers beyond the five fields; each can be switched off. */
export const MORE_IDENTIFIERS = [
  'serial',
  'hardwareUuid',
  'cloudInstanceId',
  'agentId',
  'fqdn',
  'macInIpv6',
  'namesAcrossFields',
] as const;
export type MoreIdentifier = (typeof MORE_IDENTIFIERS)[number];

export const IDENTIFIER_LABELS: Readonly<Record<MoreIdentifier, string>> = {
  serial: 'BIOS serial number',
  hardwareUuid: 'Hardware UUID',
  cloudInstanceId: 'Cloud instance ID',
  agentId: 'Agent ID',
  fqdn: 'FQDN',
  macInIpv6: 'MAC address inside an IPv6 address (EUI-64)',
  namesAcrossFields: 'One name across fields',
};

/** What is kept first; ties go to the next. */
export const SURVIVOR_ORDERS = ['livingAgent', 'newestActivity', 'mostComplete'] as const;
export type SurvivorOrder = (typeof SURVIVOR_ORDERS)[number];

/** Everything that changes a judgement. */
export interface JudgementSettings {
  readonly version: 1;
  readonly identifiers: readonly MoreIdentifier[];
  /** Whether values that identify nothing are known by the lists that ship with the app. */
  readonly useLists: boolean;
  /** An agent that checked in within so many days of the newest activity is alive. */
  readonly aliveDays: number;
  /** An asset without activity for so many days is stale. */
  readonly staleDays: number;
  /** A living agent always comes first; the order is of what follows. */
  readonly survivorOrder: readonly SurvivorOrder[];
}

/** One row of the published table of weights, as people read it. */
export interface WeightRow {
  readonly label: string;
  /** Points; `null` is a veto. */
  readonly points: number | null;
}
