import type { SensorExample } from '../types/example';
import branchOffices from './branch-offices.json';
import branchOfficesSettings from './branch-offices.settings.json';
import domainSettings from './domain.settings.json';
import fortySwitches from './forty-switches.json';
import johndoe from './johndoe.json';
import leaseOf8Hours from './lease-of-8-hours.json';
import leaseOf8HoursSettings from './lease-of-8-hours.settings.json';
import noDomainSettings from './no-domain.settings.json';
import nothingExcludedSettings from './nothing-excluded.settings.json';
import oneOfficeSettings from './one-office.settings.json';
import sevenRows from './seven-rows.json';
import sevenRowsSettings from './seven-rows.settings.json';
import staticAndDynamic from './static-and-dynamic.json';
import staticAndDynamicSettings from './static-and-dynamic.settings.json';
import switchesExcludedSettings from './switches-excluded.settings.json';

/** One worked example: what it shows, and the two files that a person could have loaded themselves. */
interface Example extends SensorExample {
  readonly export: unknown;
  readonly settings: unknown;
}

const EXAMPLES: readonly Example[] = [
  {
    id: 'branch-offices',
    title: 'Two branch offices, two networks',
    text: 'Two offices have the same Wi-Fi subnet. Two sensors, each in its own network, report the same IP address without MAC or host name: two assets.',
    export: branchOffices,
    settings: branchOfficesSettings,
  },
  {
    id: 'one-office',
    title: 'Two sensors in one network',
    text: 'The same two reports, but both sensors are in one network: one asset.',
    export: branchOffices,
    settings: oneOfficeSettings,
  },
  {
    id: 'no-domain',
    title: 'A host name with and without its domain',
    text: 'The sensor reports johndoe, the agent johndoe.somedomain.org: not the same name, so separate.',
    export: johndoe,
    settings: noDomainSettings,
  },
  {
    id: 'domain',
    title: 'The same with the domain configured',
    text: 'somedomain.org is among the domains: the two merge by host name.',
    export: johndoe,
    settings: domainSettings,
  },
  {
    id: 'forty-switches',
    title: 'Forty switches with one default host name',
    text: 'Forty industrial switches have different IP addresses and the host name they came with: they become one asset.',
    export: fortySwitches,
    settings: nothingExcludedSettings,
  },
  {
    id: 'switches-excluded',
    title: 'The same with the host name excluded',
    text: 'switch-default is on the exclusion list: forty assets.',
    export: fortySwitches,
    settings: switchesExcludedSettings,
  },
  {
    id: 'static-and-dynamic',
    title: 'An IP address both static and dynamic',
    text: 'One IP address lies in a static and in a dynamic range. Last seen 30 days apart, the two merge at once: static wins.',
    export: staticAndDynamic,
    settings: staticAndDynamicSettings,
  },
  {
    id: 'lease-of-8-hours',
    title: 'One hour outside the lease',
    text: 'The same dynamic IP address, a lease of 8 hours, last seen 9 hours apart: separate, by one hour.',
    export: leaseOf8Hours,
    settings: leaseOf8HoursSettings,
  },
  {
    id: 'seven-rows',
    title: 'The seven rows of the table',
    text: 'One passive asset for each row, R1 to R7, of the published table.',
    export: sevenRows,
    settings: sevenRowsSettings,
  },
];

/** The worked examples of the sensor criteria, for the list on the screen. */
export function listExamples(): SensorExample[] {
  return EXAMPLES.map(({ id, title, text }) => ({ id, title, text }));
}

/** The export and the settings of an example, as the text of two files; `null` if there is none of that id. */
export function openExample(id: string): { exportJson: string; settingsJson: string } | null {
  const example = EXAMPLES.find((one) => one.id === id);
  if (example === undefined) return null;
  return {
    exportJson: JSON.stringify(example.export, null, 2),
    settingsJson: JSON.stringify(example.settings, null, 2),
  };
}
