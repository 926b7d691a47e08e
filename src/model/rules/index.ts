import { assetName } from './asset-name';
import { dnsName } from './dns-name';
import { ipv4Address } from './ipv4-address';
import { macAddress } from './mac-address';
import { netbiosName } from './netbios-name';
import type { RuleDefinition } from './rule';

const DEFINED = { assetName, dnsName, netbiosName, macAddress, ipv4Address } as const;

/** The name of a rule in settings, results and addresses. */
export type RuleId = keyof typeof DEFINED;

/** Every rule, in the order in which they report groups (contract: "Field rules"). At most eight: a byte holds a set of them. */
export const RULES: Readonly<Record<RuleId, RuleDefinition>> = DEFINED;
export const RULE_IDS = Object.keys(DEFINED) as readonly RuleId[];
