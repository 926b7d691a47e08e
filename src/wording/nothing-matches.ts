/**
 * What a list says that is empty because of a search or filters: "No rows match “zzz” and MAC address only."
 * @param what what the list holds, many
 * @param search the words searched for; "" for none
 * @param filters each as it is called on the screen; "" for one that is off
 */
export function nothingMatches(what: string, search: string, filters: readonly string[] = []): string {
  const words = search.trim();
  const asked = [words === '' ? '' : `“${words}”`, ...filters].filter((text) => text !== '');
  return asked.length === 0 ? `There are no ${what}.` : `No ${what} match ${asked.join(' and ')}.`;
}

/** The button beside it. */
export const CLEAR_FILTERS = 'Clear filters';
