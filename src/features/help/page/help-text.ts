import { RULE_IDS, RULE_LABELS } from '../../../model/rule';
import { lowerFirst } from '../../../ui/words';

/** The words of the help page. Each sentence is held to what the contract and the detection code do. */
export const FIGURES: readonly (readonly [term: string, text: string])[] = [
  [
    'Host assets',
    'Distinct assets in the dataset. Records with the same asset ID are one asset; the newer one stands, by its own times.',
  ],
  [
    'Potential duplicates',
    'Assets that stand in at least one group. None of them was judged a duplicate: they share an identifier, and you decide.',
  ],
  ['Duplicate ratio', 'Potential duplicates as a share of the host assets, in percent.'],
  [
    'Duplicate groups',
    'Values of one field that two or more assets share. A group is listed if it shows at least one pair that no group before it shows.',
  ],
  [
    'Clusters',
    'What the groups join together: if A shares a name with B, and B a MAC address with C, then A, B and C are one cluster.',
  ],
];

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'];

export const RULES: readonly string[] = [
  `${NUMBERS[RULE_IDS.length] ?? RULE_IDS.length} fields are compared, in this order: ${RULE_IDS.map((rule) => lowerFirst(RULE_LABELS[rule])).join(', ')}.`,
  'Names are compared without regard to case and to spaces around them; a DNS name also without its last dot.',
  'Every MAC address of an asset is compared, in any of the usual notations. Of the IPv4 addresses only the primary one is, unless the settings say otherwise.',
  'Each pair of assets is counted once, under the first field that shows it, and no asset is lost. Further fields that match are marked in each row and named beside the group.',
  'Values that identify nothing, such as 00:00:00:00:00:00 or “localhost”, join no assets. The list is in the settings, where you can change it; “Ignore nothing” switches it off.',
  'A value that very many assets share is pointed out as shared widely. It still counts until you ignore it.',
];

export const HAND_OVER: readonly string[] = [
  'Doublet changes nothing in Qualys. The screen Hand-over saves a zip for those who do: lists, calls and a README that goes through the steps, safest first.',
  'A record is listed only if it passes the gate as the kit is written: there is a record that stays in its place, no agent lives on it, nothing forbids that the two are one machine, and it neither comes back nor folds by itself. What is in no list, and why, stands on the screen and in not-listed.csv.',
  'Asset IDs and host IDs are two kinds of numbers. They are never in one list, and a host ID that a record that stays has too is in none.',
  'The screen Changes compares any two kept datasets, at first the open one with the one before. A record that it finds to be used by several machines is in no list of the kit, and named in its collisions.csv.',
  'Of each ID that was handed over it says whether it is gone, still there, or came back under another ID: only an asset whose ID was not in the dataset of then can have come back.',
];

export const REVIEW: readonly string[] = [
  'A judgement is a proposal. On the screen Review you decide: are these records one machine, or different machines? One question stands on the screen at a time; every answer is kept at once, and Undo takes back any number of steps.',
  'Each button shows its key; “Name and keys” changes them or switches them off. A key does nothing while you type.',
  'Choose a record by its head or its digit. “Take out” leaves it out of the answer, “Keep this one” makes it the record that stays, “Find a record” adds one that is missing, “Split” parts the records at their weakest bridge, the link without which they would fall apart.',
  '“Not sure” is an answer, too: the question waits in its own list, and nothing is done about its records.',
  '“Decide a cause as a list” answers what is left of one cause in one step, after a last look. Exceptions stand first, and are left out unless you mark them.',
  'With the next import decisions apply by themselves where what they rested on is as it was. Where it changed, the question is asked again, with what is different.',
  '“Blind” hides the proposal until you have answered. “Second look” holds questions that others answered, to answer them a second time unseen; how often both agree is shown.',
  'Decisions are kept in this browser only. Save them to a file to keep them safe or to share them; load the file of another person to put both together. Where the two contradict each other, the question stands under “Conflicts”.',
];

export const RECIPE: readonly string[] = [
  'A recipe is one file with all settings: rules, lists, judgement, sensor check, hand-over and keys. It holds no asset. Save and load it on the Overview, or drop it on the page.',
  'Before it is applied, each setting is shown as it is and as it would be. It is applied whole or not at all, and Undo takes it back until another dataset is opened.',
];

export const PRIVACY: readonly string[] = [
  'Your files are read by this page in this browser. No code of it sends them anywhere, and the page’s content security policy forbids it and its worker to make requests.',
  'A policy cannot stop a browser, an extension or another program from doing so; what those do is outside this page.',
  'Datasets are kept in this browser’s storage only where the Datasets screen says so, until you delete them there.',
  'What you handed over is remembered there too, as IDs and hashes, until you forget it on the screen Hand-over or delete all data.',
  'The address of the page holds what you see (screen, search, sorting), behind the # sign, which browsers do not send. It holds no asset’s values: words you search for stay in the memory of this tab, and a number stands for them in the address. A reload forgets them.',
];

/** What the Gateway page does with the network; the first sentence of `PRIVACY` is not true there. */
export const GATEWAY_PAGE: readonly string[] = [
  'This is the Gateway page: its content security policy lets it connect to https: addresses and to this computer, and it does so only when you press “Test the proxy”, “Count assets”, “Fetch assets” or “Continue”.',
  'Your files are read by this page in this browser. No code of it sends them anywhere. The main page cannot connect at all; both share the datasets kept in this browser.',
  'User name, password and token stay in memory until all assets are fetched or the page is closed. They are in no storage, address, log or report; the user name stands in the file names of reports saved while the page is open.',
  'The proxy sees all that passes through it, the password and the token included: use one that you or your organisation run.',
  'Pages of a fetch that broke off are kept in this browser for a day.',
];

export const LIMITS: readonly string[] = [
  'Nothing is uploaded, so the memory of this computer is the limit. A million assets fit in a few hundred megabytes.',
  'A sheet of an Excel report ends at 1,048,576 rows; more go on in a second sheet. A cell ends at 32,767 characters and is cut with a mark.',
  'At most 1,000,000 lines of a column are copied to the clipboard at once.',
  'The list of skipped records names the first 1,000; all of them are counted.',
];
