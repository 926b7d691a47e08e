import type { Comparison } from '../../model/comparison';
import type { ImportOptions, ImportSource } from '../../model/import-request';
import type { Outcome } from '../../model/outcome';
import type { DetectionSettings } from '../../model/settings';
import type { ClusterLine, ClusterQuery, TableLine, TableQuery, TableSize } from '../../model/table';
import type { AssetIndex, ClusterIndex, GroupIndex } from '../../model/units';
import type {
  ImportAnswer,
  OnProgress,
  OpenResult,
  ReportChoices,
  ReportKind,
  SavedReport,
} from '../../worker/api';

/** What the page can ask of import, detection, the table, the clusters, the records and the reports. */
export interface DuplicatesCalls {
  /** Reads the sources, finds duplicates, makes them the open dataset. The one before stays open on any failure. */
  importSources(
    sources: readonly ImportSource[],
    options: ImportOptions & { readonly add: boolean },
    onProgress: OnProgress,
  ): Promise<Outcome<ImportAnswer>>;
  defaultSettings(): Promise<Outcome<DetectionSettings>>;
  /** Finds duplicates again under other settings. */
  detect(settings: DetectionSettings, onProgress: OnProgress): Promise<Outcome<OpenResult>>;
  /** Checks settings from a file. */
  readSettings(json: string): Promise<Outcome<DetectionSettings>>;

  /** Makes `query` the table's view and says how long it is. The latest call wins; earlier ones answer `cancelled`. */
  openTable(query: TableQuery): Promise<Outcome<TableSize>>;
  /** Lines `from … from + count` of the view. Empty once the view has changed. */
  tableLines(from: number, count: number): Promise<Outcome<readonly TableLine[]>>;
  /** Where in the view the asset stands in that group, -1 if it does not. */
  findLine(asset: AssetIndex, group: GroupIndex): Promise<Outcome<number>>;
  /** Every value of one column as text, line after line, for the clipboard (at most 1,000,000 lines). */
  columnText(column: string): Promise<Outcome<string>>;

  /** Makes the clusters that the query shows the list of clusters and says how many they are. The latest call wins. */
  openClusters(query: ClusterQuery): Promise<Outcome<number>>;
  /** Lines `from … from + count` of the list. Empty once the list has changed. */
  clusterLines(from: number, count: number): Promise<Outcome<readonly ClusterLine[]>>;

  /** The assets of a group beside each other, `first` in front where given; at most 20 of them. */
  compareGroup(group: GroupIndex, first: AssetIndex | null): Promise<Outcome<Comparison>>;
  /** The assets of a cluster beside each other, at most 8 of them, and what joins them. */
  compareCluster(cluster: ClusterIndex): Promise<Outcome<Comparison>>;
  /** The asset's record as it stands in its file, if the file is at hand: JSON, indented, or a table's line; at most 1 MB. */
  originalRecord(asset: AssetIndex): Promise<Outcome<string>>;

  /** Writes a report of what is open. */
  saveReport(kind: ReportKind, choices: ReportChoices, onProgress: OnProgress): Promise<Outcome<SavedReport>>;
}
