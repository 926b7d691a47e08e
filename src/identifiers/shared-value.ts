import { RULES, type RuleId } from '../model/rule';

/**
 * How shared values read: detection, comparison and reports all say it in these words. They state what is
 * shared and claim no more.
 */

const COUNT = new Intl.NumberFormat('en-US');

/** A canonical value as people read it: a MAC address in pairs with colons, all else as it is. */
export function formatValue(rule: RuleId, value: string): string {
  return RULES[rule].form === 'mac' ? value.replace(/..(?=.)/g, '$&:') : value;
}

/** Why a group stands: "3 assets have the asset name web01", "2 assets share the MAC address 00:50:56:00:00:01". */
export function explainSharedValue(rule: RuleId, value: string, assets: number): string {
  const { verb, noun } = RULES[rule];
  return `${COUNT.format(assets)} assets ${verb} the ${noun} ${formatValue(rule, value)}`;
}

/** What one asset of a group has in common with the others: "Shares the MAC address 00:… with 2 other assets". */
export function explainShare(rule: RuleId, value: string, assets: number): string {
  const others = assets === 2 ? '1 other asset' : `${COUNT.format(assets - 1)} other assets`;
  return `Shares the ${RULES[rule].noun} ${formatValue(rule, value)} with ${others}`;
}
