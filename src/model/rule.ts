/** The five rules, in the order in which they report groups (docs/contract.md, "Field rules"). */
export const RULE_IDS = ['assetName', 'dnsName', 'netbiosName', 'macAddress', 'ipv4Address'] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** What people call each rule; the words of the page and of every report. */
export const RULE_LABELS: Readonly<Record<RuleId, string>> = {
  assetName: 'Asset name',
  dnsName: 'DNS name',
  netbiosName: 'NetBIOS name',
  macAddress: 'MAC address',
  ipv4Address: 'IPv4 address',
};
