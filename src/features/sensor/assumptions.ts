/**
 * Where the published text leaves a choice and this program makes one. Shown beside the verdicts and written
 * into the reports: nothing is guessed in silence.
 */
export const ASSUMPTIONS: readonly string[] = [
  'Among several candidates by one criterion, the one last seen nearest counts, then the smaller asset ID.',
  'An IP address in no configured range counts as dynamic.',
  'Of overlapping ranges the narrowest gives the network and the lease period; a static range wins over all dynamic ones.',
  'Where the export does not name the sensor, each record counts as a sensor of its own.',
  'Phones and tablets are identified by the patterns of the settings.',
  'The correlation ID is read from the usual names, or from the field that the settings name.',
  'A network name that goes with exactly one network ID in the export is that network.',
  'An asset without sources is classed by its tracking method.',
  'An asset that both a sensor and Cloud Agent Passive Sensing report follows the rules for sensors.',
  'MAC addresses of all zeros or all ones, and unspecified, loopback and link-local IP addresses, identify nothing.',
  'A host name that is an IP address is no host name.',
  'Of several domains any one that a host name ends with is taken off, once.',
  'Where the time is needed and the export does not have it, the IP address does not match.',
];
