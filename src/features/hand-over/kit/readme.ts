import type { DatasetHeader } from '../../../model/dataset';
import { timeText } from '../../../tables/cells';
import { counted, countText } from '../../../wording/counts';
import { IDS_IN_CALL } from '../settings';
import { type HandOverSettings, LEFT_OUT_REASONS, LEFT_OUT_WORDS } from '../types';
import type { CallChunk } from './calls-in-order';
import type { Plan } from './plan';
import { TAG_ID_MISSING } from './qps';

/** What the README is written from. */
export interface ReadmeFacts {
  readonly header: DatasetHeader;
  readonly plan: Plan;
  readonly chunks: readonly CallChunk[];
  readonly settings: HandOverSettings;
}

const WIDTH = 78;

/** For a colleague who never saw Doublet: what this is, what to do in which order, and what is not certain. */
export function readmeText(facts: ReadmeFacts): string {
  const blocks = [
    ...whatThisIs(facts),
    ...whatIsInIt(facts),
    ...beforeYouBegin(),
    ...steps(facts),
    ...afterwards(facts),
    ...notCertain(),
  ];
  return `${blocks.map((block) => wrap(block)).join('\n\n')}\n`.replaceAll('\n', '\r\n');
}

function whatThisIs({ header, plan, settings }: ReadmeFacts): string[] {
  const { redundant, kept } = plan;
  const decided = redundant.filter(({ machine }) => machine.decision !== null);
  const people = [...new Set(decided.map(({ machine }) => machine.decision!.by).filter((by) => by !== ''))];
  const proposals = redundant.length - decided.length;
  const missing = (header.notices ?? []).filter(({ severity }) => severity === 'incomplete');
  return [
    'REDUNDANT ASSET RECORDS IN QUALYS: WHAT CAN BE CLEANED UP, AND HOW',
    `Doublet compared the records of an asset export and found machines that have more than one record. This folder lists ${counted(redundant.length, 'record')} that ${redundant.length === 1 ? 'is' : 'are'} not needed beside the one that stays (${counted(kept.length, 'machine')}). Nothing in Qualys was changed: that is what the steps below are for.`,
    [
      `Dataset:      ${plain(header.name)}`,
      `Imported:     ${timeText(header.importedAt)} UTC, ${counted(header.balance.assets, 'asset')}`,
      `Decided by:   ${decided.length === 0 ? 'nobody' : `a person, ${counted(decided.length, 'record')}${people.length === 0 ? '' : ` (${people.map(plain).join(', ')})`}`}`,
      `Not decided:  ${proposals === 0 ? 'none' : `${counted(proposals, 'record')} of strong proposals that nobody looked at`}`,
      ...(settings.proposals || proposals > 0
        ? []
        : ['              Only what a person decided is in the lists.']),
    ]
      .map((line) => wrap(line, 14))
      .join('\n'),
    ...(missing.length === 0
      ? []
      : ['Not everything of the export was read:', ...missing.map(({ what }) => plain(what))]),
  ];
}

function whatIsInIt({ plan, chunks, settings }: ReadmeFacts): string[] {
  const { hostIds, leftOut, stale, collisions } = plan;
  const agents = chunks.filter((chunk) => chunk.agents).length;
  const lines: readonly (readonly [string, string])[] = [
    ['redundant.csv', `${counted(plan.redundant.length, 'record')} to clean up; redundant.xlsx is the same`],
    ['keep.csv', `${counted(plan.kept.length, 'record')} that must stay`],
    [
      'qps/',
      `${counted(chunks.length, 'set')} of at most ${IDS_IN_CALL} assets: look, tag, delete; ${agents} of them uninstall`,
    ],
    [
      'host-ids.txt',
      `${counted(hostIds.ids.length, 'host ID')} for the VM module, another number than the asset ID`,
    ],
    ['qql.txt', `the same assets as searches for the console, ${countText(settings.chunkSize)} a line`],
    [
      'not-listed.csv',
      `${counted(leftOut.length, 'record')} that ${leftOut.length === 1 ? 'is' : 'are'} in no list, and why`,
    ],
    ['stale.csv', `${counted(stale.length, 'record')} silent for long; no duplicates`],
    ['collisions.csv', `${counted(collisions.length, 'record')} of several machines each: never purge them`],
  ];
  const missing = [
    [hostIds.none, 'no host ID'],
    [hostIds.shared, 'a host ID that a record that stays has too'],
    [hostIds.differing, 'two host IDs that differ'],
  ] as const;
  const without = missing
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${countText(count)} ${count === 1 ? 'has' : 'have'} ${what}`);
  const reasons = LEFT_OUT_REASONS.map(
    (reason) => [reason, leftOut.filter((record) => record.reason === reason).length] as const,
  ).filter(([, count]) => count > 0);
  return [
    'WHAT IS IN IT',
    lines.map(([file, what]) => wrap(`${file.padEnd(16)}${what}`, 16)).join('\n'),
    without.length === 0
      ? 'Every redundant record has a host ID.'
      : `Not every redundant record is in host-ids.txt: ${without.join(', ')}.`,
    ...(reasons.length === 0
      ? []
      : [
          'In no list:',
          reasons
            .map(([reason, count]) =>
              wrap(`  ${countText(count).padStart(7)}  ${LEFT_OUT_WORDS[reason]}`, 11),
            )
            .join('\n'),
        ]),
  ];
}

function beforeYouBegin(): string[] {
  return [
    'BEFORE YOU BEGIN',
    'Go through the steps in this order. The first two can be undone or change nothing, the last ones cannot be undone. Stop at any step: each leaves things in order. Try one set first (001), wait a day, then do the rest.',
    'You need an account that may use the API, and the address of your API server (in the console: Help, About). Below, API-SERVER stands for that address, with https in front, and USER for your name. curl asks for the password. Any tool that can send a file by POST will do. In the command window of Windows, write each command on one line, without the \\ at the ends.',
    'There are two kinds of numbers. The asset ID (first column of redundant.csv, all of qps/) is for addresses with /am/. The host ID (host-ids.txt) is for the VM module alone. Never use one in the place of the other: it may be the number of another machine.',
  ];
}

function steps({ settings, chunks, plan }: ReadmeFacts): string[] {
  const call = (file: string, path: string) =>
    `  curl -u USER -H "X-Requested-With: curl" -H "Content-Type: text/xml" \\\n    --data-binary @${file} \\\n    "API-SERVER/qps/rest/2.0/${path}"`;
  if (chunks.length === 0) return ['STEPS', 'Nothing is listed, so there is nothing to do.'];
  const agents = chunks.filter((chunk) => chunk.agents).map(({ number }) => number);
  const tag =
    settings.tagId === ''
      ? `Make a static tag named "${plain(settings.tagName)}" in the console. Find its number (0-find-tag.xml, or the address of the tag in the console) and put it into each 2-tag file in the place of ${TAG_ID_MISSING}. As long as that is not done, Qualys refuses the call.`
      : `The files name the tag with the number ${settings.tagId} ("${plain(settings.tagName)}"). Check that this is its number (0-find-tag.xml). It must be a static tag.`;
  return [
    'STEP 1, LOOK (changes nothing)',
    call('qps/1-look-001.xml', 'search/am/hostasset'),
    `The answer's <count> must be the number of IDs in the file: ${chunks[0]!.ids.length} in 001. Fewer means that some are gone already. Each set has its look, with the same IDs as its tag, delete and uninstall. Look again right before each of those.`,
    'STEP 2, TAG (can be undone at will)',
    tag,
    call('qps/0-find-tag.xml', 'search/am/tag'),
    call('qps/2-tag-001.xml', 'update/am/hostasset'),
    'Then open the tag in the console and go through what is under it, with redundant.csv beside it. Take the tag off whatever should stay, and take its ID out of the files of its set. A CSAM purge rule can take the tag as its criterion; it may then do steps 3 and 4 for you.',
    'STEP 3, UNINSTALL DEAD AGENTS (cannot be undone)',
    ...(agents.length === 0
      ? ['No listed asset has an agent of its own: go on to step 4.']
      : [
          `Only the sets ${agents[0]} to ${agents.at(-1)} have agents. None of them was alive when the export was made; if one has checked in since, leave its asset out. The file also asks for the tag "Cloud Agent", which Qualys gives to each asset with an agent. Assets whose agent ID a record that stays has too are not in these sets, so that a living agent is not uninstalled by its old record.`,
          call(`qps/3-uninstall-${agents[0]}.xml`, 'uninstall/am/asset'),
        ]),
    'STEP 4, DELETE (cannot be undone)',
    call('qps/3-delete-001.xml', 'delete/am/hostasset'),
    'STEP 5, PURGE VM DATA (cannot be undone; only if the findings of these records are to go too)',
    plan.hostIds.ids.length === 0
      ? 'No listed record has a host ID that may be used: skip this step.'
      : '  curl -u USER -H "X-Requested-With: curl" \\\n    --data-urlencode "action=purge" --data-urlencode "ids=FIRST,SECOND" \\\n    "API-SERVER/api/2.0/fo/asset/host/"',
    'Take the IDs from host-ids.txt, some 100 at a time, separated by commas. The account must be a manager, or be allowed to purge host information. What was purged cannot be had back.',
  ];
}

function afterwards({ settings }: ReadmeFacts): string[] {
  return [
    'AFTERWARDS',
    'Export the assets again after some days and import that in Doublet: the screen Changes compares it with this hand-over and says of each ID whether it is gone, still there, or came back under another ID. It also reads a file of results with PURGED, ERROR or NOT FOUND for each ID.',
    'A purged asset whose agent lives comes back under a new asset ID. That is why no living agent stands in a list.',
    'Licences count the peak of unique assets over 15 days: the number goes down only after that time.',
    `If the console refuses a line of qql.txt as too long, save the kit again with fewer IDs a query (now ${countText(settings.chunkSize)}); if it does not know "${settings.token}", put the name of its search token for the asset ID there.`,
  ];
}

function notCertain(): string[] {
  return [
    'WHAT IS NOT CERTAIN',
    [
      '- How many IDs one call takes is not documented; scripts in use send 50 to 100, so do these files.',
      '- Names of search tokens differ between modules and releases.',
      '- CSAM purge rules take criteria; no list of IDs was found in their documentation.',
      '- The files were written from public documentation and scripts, and not tried on your platform: that is what set 001 is for.',
    ]
      .map((line) => wrap(line, 2))
      .join('\n'),
  ];
}

/** Without line breaks and what a terminal would obey; shortened. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .toWellFormed()
    .trim()
    .slice(0, 200);
}

/** Breaks a paragraph at blanks; one that has lines already, or begins with a blank, stays as it is. */
function wrap(text: string, indent = 0): string {
  if (indent === 0 && (text.includes('\n') || text.startsWith(' '))) return text;
  const lines: string[] = [];
  let line = '';
  const head = /^\s*/.exec(text)![0];
  for (const word of text.trim().split(/ (?=\S)/)) {
    if (line !== '' && line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = ' '.repeat(indent) + word;
    } else line = line === '' ? head + word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
