import type { Watch } from '../../../model/progress';
import type { SensorSuggestion, SensorSuggestions } from '../types/list';
import type { SensorResult } from '../types/result';
import { suggestDomains } from './domain-suggestions';
import { countExclusions, suggestExclusions } from './hostname-suggestions';
import { findSharedAddresses, suggestRanges } from './range-suggestions';

/** Suggestions that are shown of each kind. */
const MOST = 50;

/** What the dataset says about the settings: domains, host names to exclude and ranges, worth most first. */
export async function suggestSettings(result: SensorResult, watch: Watch): Promise<SensorSuggestions> {
  const domains = await suggestDomains(result, watch);
  const exclusions = await suggestExclusions(result, watch);
  const ranges = await suggestRanges(result, watch);
  const suggestions = [domains, exclusions, ranges].flatMap((list) => list.sort(byWorth).slice(0, MOST));
  const { list, count } = findSharedAddresses(result);
  return {
    suggestions: suggestions.sort(byWorth),
    exclusions: await countExclusions(result, watch),
    addresses: list,
    addressCount: count,
  };
}

/** How many verdicts a suggestion would change, as far as the data says. */
export function suggestionWorth(suggestion: SensorSuggestion): number {
  if (suggestion.kind === 'domain') return suggestion.moreMerges + suggestion.moreMergesPassive;
  return suggestion.kind === 'exclude-hostname' ? suggestion.merging : suggestion.outsideWindow;
}

function byWorth(a: SensorSuggestion, b: SensorSuggestion): number {
  return suggestionWorth(b) - suggestionWorth(a) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
}
