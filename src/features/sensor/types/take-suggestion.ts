import type { SensorSuggestion } from './list';
import type { SensorSettings } from './settings';

/** The settings with what the suggestion says: the same for who tries it and for who takes it. */
export function takeSuggestion(now: SensorSettings, suggestion: SensorSuggestion): SensorSettings {
  switch (suggestion.kind) {
    case 'domain':
      return { ...now, domains: [...now.domains, suggestion.domain] };
    case 'exclude-hostname':
      return { ...now, excludedHostnames: [...now.excludedHostnames, suggestion.hostname] };
    case 'range': {
      const { range, assignment } = suggestion;
      return { ...now, ranges: [...now.ranges, { range, assignment }] };
    }
  }
}
