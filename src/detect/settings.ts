import { DEFAULT_IGNORED } from '../identifiers/ignored-values';
import { RULE_IDS } from '../model/rule';
import type { DetectionSettings } from '../model/settings';

/**
 * What detection starts with. Twenty assets or more with one value are pointed out: a machine that an agent, a
 * scanner, a passive sensor and a connector each report, and that was set up anew a few times, stays below.
 */
export const DEFAULT_SETTINGS: DetectionSettings = {
  version: 1,
  rules: RULE_IDS,
  matchExactly: false,
  ignored: DEFAULT_IGNORED,
  interfaceAddresses: false,
  leaveOutEasmOnly: false,
  sharedWidelyFrom: 20,
};
