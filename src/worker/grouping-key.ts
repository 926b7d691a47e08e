import { readSettings } from '../detect/settings';
import { DETECTION_VERSION } from '../detect/version';
import type { DetectionSettings } from '../model/settings';

/** How a grouping was found, as text: two with the same key, of the same dataset, are the same. */
export function groupingKey(settings: DetectionSettings): string {
  // Read once more, so that the entries stand in one order wherever the settings came from.
  return JSON.stringify([DETECTION_VERSION, readSettings(settings)]);
}
