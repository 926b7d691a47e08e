import type { RuleId } from './rule';

/** One entry of the editable list of values that identify nothing. */
export interface IgnoredEntry {
  /** `name` stands for asset, DNS and NetBIOS names. */
  readonly field: 'name' | 'macAddress' | 'ipv4Address';
  /**
   * What to keep out: a name (`*` stands for any run of characters), a MAC in any notation (`x` stands for
   * any one digit), or an address, a CIDR range or `first-last`.
   */
  readonly pattern: string;
  /** Why, in words that stand beside the value on the page and in the reports. */
  readonly reason: string;
  readonly enabled: boolean;
}

/** Everything that changes what detection finds; written whole into every report. */
export interface DetectionSettings {
  readonly version: 1;
  /** Rules that take part. All at first. */
  readonly rules: readonly RuleId[];
  /** With this on, the list is not applied: every shared value counts. */
  readonly matchExactly: boolean;
  readonly ignored: readonly IgnoredEntry[];
  /** IPv4 rule: also the interfaces' addresses, not only the primary one. */
  readonly interfaceAddresses: boolean;
  /** Leave out assets whose only source is EASM. */
  readonly leaveOutEasmOnly: boolean;
  /** From how many assets on a value is pointed out as shared widely. It still counts. */
  readonly sharedWidelyFrom: number;
}
