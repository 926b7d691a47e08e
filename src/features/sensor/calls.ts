import type { Outcome } from '../../model/outcome';
import type { AssetIndex } from '../../model/units';
import type { OnProgress, OpenResult } from '../../worker/api';
import type { SensorExample } from './types/example';
import type {
  SensorDisagreements,
  SensorSuggestions,
  SuggestionEffect,
  VerdictLine,
  VerdictQuery,
} from './types/list';
import type { VerdictDetail } from './types/result';
import type { SensorSettings, SettingsFault } from './types/settings';
import type { SensorScope, SensorView } from './types/view';

/** What the page can ask of the sensor check. */
export interface SensorCalls {
  /** The sensor check of the open dataset under the settings that hold for it; done once, then known. */
  sensorCheck(onProgress: OnProgress): Promise<Outcome<SensorView>>;
  /** Checks again under other settings, from the form or from a file's text, and keeps them. Invalid ones change nothing. */
  changeSensorSettings(
    settings: SensorSettings | string,
    scope: SensorScope,
    onProgress: OnProgress,
  ): Promise<Outcome<SensorView>>;
  defaultSensorSettings(): Promise<Outcome<SensorSettings>>;
  /** What is wrong with settings, field by field. */
  sensorSettingsFaults(settings: unknown): Promise<Outcome<readonly SettingsFault[]>>;
  /** The text of a settings file. */
  sensorSettingsFile(settings: SensorSettings): Promise<Outcome<string>>;
  /** What the dataset says about the settings. The latest call wins. */
  sensorSuggestions(): Promise<Outcome<SensorSuggestions>>;
  /** What the first suggestions would change if taken alone, in their order; later ones are not tried. */
  sensorSuggestionEffects(): Promise<Outcome<readonly SuggestionEffect[]>>;
  /** Where the criteria and the judgement disagree about the checked dataset. The latest call wins. */
  sensorDisagreements(): Promise<Outcome<SensorDisagreements>>;
  /** Makes `query` the verdict list and says how long it is. The latest call wins. */
  openVerdicts(query: VerdictQuery): Promise<Outcome<number>>;
  /** Lines `from … from + count` of the list. Empty once the list has changed. */
  verdictLines(from: number, count: number): Promise<Outcome<readonly VerdictLine[]>>;
  /** Where in the verdict list the asset stands, -1 if it does not. */
  findVerdict(asset: AssetIndex): Promise<Outcome<number>>;
  /** Everything about one verdict, against one other asset where given; `null` if the asset is not passive. */
  explainVerdict(asset: AssetIndex, against: AssetIndex | null): Promise<Outcome<VerdictDetail | null>>;
  sensorExamples(): Promise<Outcome<readonly SensorExample[]>>;
  /** Opens a worked example as a dataset, with its settings for it alone. */
  openSensorExample(id: string, onProgress: OnProgress): Promise<Outcome<OpenResult>>;
}
