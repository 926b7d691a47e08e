/** What a person chooses of a kit. */
export interface HandOverSettings {
  readonly version: 1;
  /** Whether strong proposals that nobody decided about are handed over too. */
  readonly proposals: boolean;
  /** Name of the tag that the redundant assets get. */
  readonly tagName: string;
  /** Its number in Qualys, which the call that tags needs; "" where it is not known yet. */
  readonly tagId: string;
  /** The search token of QQL that takes the asset id. */
  readonly token: string;
  /** IDs in one QQL query. */
  readonly chunkSize: number;
}

/** Why a record of a machine with several records is in no list. */
export const LEFT_OUT_REASONS = [
  'agentAlive',
  'conflict',
  'severalMachines',
  'survivor',
  'comesBack',
  'noSurvivor',
  'undecided',
  'likely',
  'weak',
  'noAssetId',
  'twice',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Each as the end of "It is in no list: …". */
export const LEFT_OUT_WORDS: Readonly<Record<LeftOutReason, string>> = {
  agentAlive:
    'An agent lives on it: purged, it would come back under a new asset ID. Where the machine has two living agents, uninstall one on the machine first.',
  conflict: 'Something forbids that it and the record to keep are one machine.',
  severalMachines: 'It describes several machines; a purge would take one that lives.',
  survivor: 'It is the record to keep of another machine.',
  comesBack: 'Only a connector or a sensor reports it: it folds into the other, or comes back, by itself.',
  noSurvivor: 'No record to keep was chosen.',
  undecided: 'Nobody has decided about its machine, and proposals are not handed over.',
  likely: 'Its machine is likely only, and nobody has decided about it.',
  weak: 'Only weak signs hold its machine together, and nobody has decided about it.',
  noAssetId:
    'It has no asset ID that Qualys gave: its record in the export had none, or none that is a number.',
  twice: 'Its asset ID stands in two machines.',
};
