/** How an export comes out of Qualys; `docs/getting-an-export.md` has the scripts. */
export const EXPORT: readonly string[] = [
  'In the console: CyberSecurity Asset Management (or Global AssetView), Inventory, tab Assets. Clear the search, download the list as CSV with all columns, and drop the file here, zipped or not.',
  'By API, which has every interface and source: POST /auth for a token, then POST /rest/2.0/search/am/asset?pageSize=300&lastSeenAssetId=… until hasMore is 0. Save each answer as a file and drop all of them at once. docs/getting-an-export.md in the source has it whole for curl and PowerShell.',
  'What helps most: asset ID, asset, DNS and NetBIOS name, MAC and IPv4 addresses, sources with their times, agent ID, serial number, hardware UUID, operating system.',
  'Checked on 1 December 2026 against the source’s notes on Qualys asset data (docs/qualys-assets.md) and Qualys’s public page on Inventory > Assets, in no live console. Menus move with releases.',
];

/** What each screen is for, by its name in the navigation. */
export const SCREENS: readonly (readonly [id: string, name: string, text: string])[] = [
  [
    'overview',
    'Overview',
    'The answer first: how many machines have several records, and what is redundant. Every number leads to its list. Below: what the files held and what was left out.',
  ],
  [
    'duplicates',
    'Duplicates',
    'Assets that share a name, MAC or address, group by group. Search takes words, “group 5” and “cluster 3”; a click on an asset compares it with its group.',
  ],
  [
    'clusters',
    'Clusters',
    'Groups that have assets in common, joined. A large cluster often hangs together by the MAC of a dock or a VPN adapter.',
  ],
  [
    'machines',
    'Machines',
    'Which records are one machine, with the evidence for and against, the cause, and the record to keep. “Why, and why not” answers for any two assets.',
  ],
  [
    'review',
    'Review',
    'One question at a time: are these records one machine? Your answers go before the judgement.',
  ],
  [
    'hand-over',
    'Hand-over',
    'What was decided, as lists and calls for those who act in Qualys. Nothing is in a list that has not passed the gate.',
  ],
  [
    'changes',
    'Changes',
    'Two kept datasets side by side: new, gone, came back, changed; and whether what was handed over is gone.',
  ],
  [
    'sensor',
    'Sensor check',
    'What Qualys’s published criteria would merge of the passively sensed assets, what keeps the others apart, and which setting would change that.',
  ],
  ['datasets', 'Datasets', 'What is kept in this browser: open, rename, delete.'],
];

/** A way through the sample data, from screen to screen. */
export const TOUR: readonly (readonly [id: string, name: string, text: string])[] = [
  ['overview', 'Overview', 'Open the sample. 52 machines have more than one record; follow “redundant”.'],
  [
    'machines',
    'Machines',
    'Open the first line: points for and against, what to keep, and both records side by side.',
  ],
  [
    'duplicates',
    'Duplicates',
    'Search for “tmpl-rhel9”: six assets share one MAC address, which a template gave them. They are no duplicates.',
  ],
  [
    'sensor',
    'Sensor check',
    'Ten of 25 passively sensed assets merge by the criteria; the suggestions say which setting would merge more.',
  ],
  ['review', 'Review', 'Answer two or three questions; Undo takes them back.'],
  ['hand-over', 'Hand-over', 'Save the kit and read its README. Then delete the sample under Datasets.'],
];
