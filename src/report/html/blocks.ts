import type { TableSort } from '../../model/table';

/**
 * What an HTML report holds for its viewer, in `<script type="application/json" class="…">` blocks of bounded
 * size, to be joined in the order of the document. The viewer and the writer are always of the same version.
 */
export interface Blocks {
  /** One block. */
  readonly facts: ReportFacts;
  /** Each asset once, however many groups it stands in, in order of first appearance. */
  readonly assets: readonly AssetRecord[];
  /** Shown groups in the order of detection. */
  readonly groups: readonly GroupRecord[];
  /** The asset of each row, an index into `assets`; the rows of group 0, then those of group 1 … */
  readonly rows: readonly number[];
}

/** What the viewer needs besides the rows; all else is in the page's HTML already. */
export interface ReportFacts {
  readonly rowCount: number;
  /** How the table was sorted on the page when the report was made. */
  readonly sort: TableSort | null;
}

/** Asset ID, address, DNS name, asset name, source, last activity (ms, `null` for never), NetBIOS name, MACs, OS. */
export type AssetRecord = readonly [
  assetId: string,
  address: string,
  dnsName: string,
  assetName: string,
  source: string,
  lastActivity: number | null,
  netbiosName: string,
  macAddresses: string,
  operatingSystem: string,
];

/** Group number, place in `RULE_IDS`, shared value, cluster number, size in the dataset, rows shown, why. */
export type GroupRecord = readonly [
  group: number,
  rule: number,
  value: string,
  cluster: number,
  size: number,
  shown: number,
  why: string,
];
