import { codeAt, hasText, itemStart, itemStop, textAt } from '../../../model/columns';
import type { Dataset } from '../../../model/dataset';
import type { Watch } from '../../../model/progress';
import type { AssetIndex } from '../../../model/units';
import { eachInSlices } from '../time-slice';
import { ASSET_CLASSES, type AssetClass } from '../types/result';
import type { SensorSettings, SensorSource, SourceClass } from '../types/settings';

/** A source value in the one spelling that is compared: exports write `PASSIVE_SENSOR`, pages "Passive Sensor". */
export function canonicalSource(source: string): string {
  return source
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
}

const MANAGED = new Set(['QAGENT', 'CLOUD_AGENT', 'IP', 'DNSNAME', 'NETBIOS', 'INSTANCE_ID']);
const PASSIVE = new Set(['PASSIVE_SENSOR', 'NPS', 'CAPS']);

/**
 * The class that a source's name alone says (sensor criteria, "source class"). Whole names first; then
 * `*PASSIVE*` before `*SCANNER`: what is passive scans nothing (ours).
 */
export function defaultSourceClass(source: string): SourceClass {
  const name = canonicalSource(source);
  if (MANAGED.has(name)) return 'managed';
  if (PASSIVE.has(name) || name.includes('PASSIVE')) return 'passive';
  return name.endsWith('SCANNER') ? 'managed' : 'other';
}

/** Whether the name says Cloud Agent Passive Sensing, which has rules of its own, rather than a sensor (NPS). */
export function isCaps(source: string): boolean {
  const name = canonicalSource(source);
  return /(^|_)CAPS(_|$)/.test(name) || /AGENT.*PASSIVE/.test(name);
}

/** The class of each source value: what the settings say, else its name. */
export function sourceClassifier(settings: SensorSettings): (source: string) => SourceClass {
  const assigned = new Map(
    Object.entries(settings.sourceClasses).map(([source, value]) => [canonicalSource(source), value]),
  );
  return (source) => assigned.get(canonicalSource(source)) ?? defaultSourceClass(source);
}

/** Who reported the asset: its sources; where it has none, its tracking method stands for one (ours). */
function sourceTexts(dataset: Dataset, asset: AssetIndex, each: (source: string) => void): void {
  const { sources, trackingMethod } = dataset.columns;
  const start = itemStart(sources.stops, asset);
  const stop = itemStop(sources.stops, asset);
  for (let item = start; item < stop; item++) each(sources.dictionary[sources.codes[item]!]!);
  if (start === stop) each(codeAt(trackingMethod, asset));
}

/** The names of who reported the asset, without repeats. */
export function sourcesOfAsset(dataset: Dataset, asset: AssetIndex): string[] {
  const found = new Set<string>();
  sourceTexts(dataset, asset, (source) => source !== '' && found.add(source));
  return [...found];
}

/** What sources make of assets, and when the sources that count last reported each. */
export interface Classes {
  /** Index into `ASSET_CLASSES`. */
  readonly ofAsset: Uint8Array;
  readonly lastSeen: Float64Array;
}

const [OTHER, MANAGED_ASSET, PASSIVE_ASSET, CAPS_ASSET] = [0, 1, 2, 3] as const;

/**
 * The class of each asset. A non-empty `agentId` makes it managed whatever its sources; managed and passive
 * together are managed: Qualys has de-duplicated it already. Seen by CAPS and by a sensor: the sensor's rules
 * hold, since they are the wider ones (ours).
 */
export async function classifyAssets(
  dataset: Dataset,
  settings: SensorSettings,
  watch: Watch,
): Promise<Classes> {
  const { columns, size } = dataset;
  const roles = sourceRoles(settings);
  const ofAsset = new Uint8Array(size);
  const lastSeen = new Float64Array(size).fill(Number.NaN);
  await eachInSlices(size, watch, 'Classifying assets', (asset) => {
    let found = 0;
    sourceTexts(dataset, asset, (source) => {
      found |= roles(source);
    });
    const agent = hasText(columns.agentId, asset) && textAt(columns.agentId, asset).trim() !== '';
    if (agent || found & 1) ofAsset[asset] = MANAGED_ASSET;
    else if (found & 2) ofAsset[asset] = PASSIVE_ASSET;
    else ofAsset[asset] = found & 4 ? CAPS_ASSET : OTHER;
    lastSeen[asset] = lastSeenAt(dataset, asset, ofAsset[asset] === MANAGED_ASSET ? 1 : 6, roles);
  });
  return { ofAsset, lastSeen };
}

/** A source's part, as a bit: 1 managed, 2 a passive sensor, 4 CAPS, 0 other. */
function sourceRoles(settings: SensorSettings): (source: string) => number {
  const classOf = sourceClassifier(settings);
  const known = new Map<string, number>();
  return (source) => {
    let role = known.get(source);
    if (role === undefined) {
      const sourceClass = source.trim() === '' ? 'other' : classOf(source);
      role = sourceClass === 'managed' ? 1 : sourceClass === 'other' ? 0 : isCaps(source) ? 4 : 2;
      known.set(source, role);
    }
    return role;
  };
}

/**
 * The newest `lastUpdated` of the sources with one of the roles; else when the sensor, else when anything last
 * changed the record (sensor criteria, "last seen"). `NaN` if nothing says.
 */
function lastSeenAt(
  dataset: Dataset,
  asset: AssetIndex,
  wanted: number,
  roles: (source: string) => number,
): number {
  const { sources, sensorLastUpdated, lastModified } = dataset.columns;
  let newest = Number.NEGATIVE_INFINITY;
  const stop = itemStop(sources.stops, asset);
  for (let item = itemStart(sources.stops, asset); item < stop; item++) {
    const time = sources.lastUpdated[item]!;
    if (time > newest && roles(sources.dictionary[sources.codes[item]!]!) & wanted) newest = time;
  }
  if (newest > Number.NEGATIVE_INFINITY) return newest;
  const sensor = asset < sensorLastUpdated.values.length ? sensorLastUpdated.values[asset]! : Number.NaN;
  if (!Number.isNaN(sensor)) return sensor;
  return asset < lastModified.values.length ? lastModified.values[asset]! : Number.NaN;
}

/** The sources found in the dataset, most frequent first, with their class under the settings. */
export async function listSources(
  dataset: Dataset,
  settings: SensorSettings,
  watch: Watch,
): Promise<SensorSource[]> {
  const classOf = sourceClassifier(settings);
  const counts = new Map<string, number>();
  await eachInSlices(dataset.size, watch, 'Reading sources', (asset) => {
    for (const source of sourcesOfAsset(dataset, asset)) counts.set(source, (counts.get(source) ?? 0) + 1);
  });
  const list = [...counts].map(([source, assets]) => ({
    source,
    sourceClass: classOf(source),
    defaultClass: defaultSourceClass(source),
    caps: isCaps(source),
    assets,
  }));
  return list.sort((a, b) => b.assets - a.assets || (a.source < b.source ? -1 : 1));
}

/** The asset's class as a word. */
export function classOfAsset(classes: Uint8Array, asset: AssetIndex): AssetClass {
  return ASSET_CLASSES[classes[asset]!]!;
}
