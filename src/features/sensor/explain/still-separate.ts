import { hasAny } from '../../../arrays/ragged-list';
import { hasText } from '../../../model/columns';
import type { AssetIndex } from '../../../model/units';
import { CLASS, type Matching } from '../match/matching';
import { HOUR } from '../read/assignment';
import { hourWords } from '../report/words';
import type { CriterionStep, StillSeparate } from '../types/result';

/**
 * Why two records that the criteria make one are both in the export: the published reasons (Qualys, "Time to
 * trigger for de-duplication"), those that the data supports first.
 */
export function stillSeparate(
  matching: Matching,
  asset: AssetIndex,
  other: AssetIndex,
  steps: readonly CriterionStep[],
): StillSeparate[] {
  const { timing, settings } = matching;
  const found: StillSeparate[] = [];
  const seen = (reason: StillSeparate['reason'], text: string) =>
    found.push({ reason, text, seenInData: true });
  const since = timing.lastSeen[other]! - timing.lastSeen[asset]!;
  if (since > 0) {
    seen(
      'next-report',
      `De-duplication runs only when the sensor reports the asset again; its last report is ${hourWords(since)} older than the other one’s.`,
    );
  }
  if (!matching.hasMac(asset)) {
    seen('no-mac', 'The sensor saw no MAC address: it is probably not deployed in the access network.');
  }
  if (onlyAddress(matching, other)) {
    seen(
      'unauthenticated-scan',
      'The managed asset has an IP address, but no MAC address, host name or agent: an unauthenticated scan gives no more.',
    );
  }
  if (Math.abs(since) > settings.ipInactivityHours * HOUR) {
    seen(
      'apart',
      `The two were last reported ${hourWords(Math.abs(since))} apart, more than the IP inactivity period of ${hourWords(settings.ipInactivityHours * HOUR)}.`,
    );
  }
  if (restsOnSettings(matching, asset, other, steps)) {
    seen(
      'settings',
      'The match rests on domains, networks or ranges of these settings: the sensor in Qualys needs the same.',
    );
  }
  found.push({
    reason: 'backlog',
    text: 'Qualys may have a backlog, or maintenance under way. An export cannot show that.',
    seenInData: false,
  });
  return found;
}

function onlyAddress(matching: Matching, other: AssetIndex): boolean {
  const { inventory, classes } = matching;
  return (
    classes[other] === CLASS.managed &&
    hasAny(inventory.addresses.ofAsset, other) &&
    !matching.hasMac(other) &&
    !hasAny(inventory.hostnames.ofAsset, other) &&
    !hasText(inventory.dataset.columns.agentId, other)
  );
}

function restsOnSettings(
  matching: Matching,
  asset: AssetIndex,
  other: AssetIndex,
  steps: readonly CriterionStep[],
): boolean {
  const decider = steps.find((step) => step.decides);
  if (decider?.criterion === 'hostname') {
    const { values, otherValues } = decider;
    return !values.some((value) => otherValues.includes(value));
  }
  if (decider?.criterion !== 'ipAddress') return false;
  const { addresses, settings } = matching;
  const within =
    Math.abs(matching.timing.lastSeen[asset]! - matching.timing.lastSeen[other]!) <=
    settings.ipInactivityHours * HOUR;
  const placed = [asset, other].some((of) =>
    Array.from(
      matching.inventory.addresses.ofAsset.ids.subarray(
        matching.inventory.addresses.ofAsset.starts[of]!,
        matching.inventory.addresses.ofAsset.starts[of + 1]!,
      ),
    ).some((ip) => ['sensor', 'range'].includes(addresses.networks.of(of, ip).origin)),
  );
  return !within || placed;
}
