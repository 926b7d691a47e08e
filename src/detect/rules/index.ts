import { assetName } from './asset-name';
import { dnsName } from './dns-name';
import { ipv4Address } from './ipv4-address';
import { macAddress } from './mac-address';
import { netbiosName } from './netbios-name';
import type { Rule } from './rule';

/** Every rule, in the order in which they report groups; the same as `RULE_IDS`. */
export const RULES: readonly Rule[] = [assetName, dnsName, netbiosName, macAddress, ipv4Address];
