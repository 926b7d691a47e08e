import type { AssetIndex } from '../../../../model/units';
import { VERDICT_COLUMNS, type VerdictQuery } from '../../types/list';
import {
  SENSOR_CRITERIA,
  SENSOR_OUTCOMES,
  SENSOR_ROWS,
  type SensorCriterion,
  type SensorOutcome,
  type SensorRow,
} from '../../types/result';

export const SENSOR_PARTS = ['summary', 'verdicts', 'settings'] as const;
export type SensorPart = (typeof SENSOR_PARTS)[number];

/** What the last change of settings did to the assets that the list is narrowed to. */
export const SENSOR_CHANGES = ['more', 'fewer', 'moved', 'passiveNow'] as const;
export type SensorChange = (typeof SENSOR_CHANGES)[number];

/** Where on the screen Sensor check the person is, as the address says it. */
export interface SensorPlace {
  readonly part: SensorPart;
  readonly search: string;
  readonly outcome: SensorOutcome | null;
  readonly criterion: SensorCriterion | null;
  readonly row: SensorRow | null;
  readonly changed: SensorChange | null;
  readonly sort: VerdictQuery['sort'];
  /** The passive asset that is explained, and against which other one where that was chosen. */
  readonly asset: AssetIndex | null;
  readonly against: AssetIndex | null;
}

export const SENSOR_START: SensorPlace = {
  part: 'summary',
  search: '',
  outcome: null,
  criterion: null,
  row: null,
  changed: null,
  sort: null,
  asset: null,
  against: null,
};

/** Reads the place out of an address; what it cannot read is left at its start. */
export function readSensorPlace(given: URLSearchParams): SensorPlace {
  return {
    part: oneOf(SENSOR_PARTS, given.get('part')) ?? SENSOR_START.part,
    search: given.get('words') ?? '',
    outcome: oneOf(SENSOR_OUTCOMES, given.get('verdict')),
    criterion: oneOf(SENSOR_CRITERIA, given.get('criterion')),
    row: oneOf(SENSOR_ROWS, given.get('row')),
    changed: oneOf(SENSOR_CHANGES, given.get('changed')),
    sort: readSort(given.get('by')),
    asset: readAsset(given.get('passive')),
    against: readAsset(given.get('against')),
  };
}

/** Puts the place into an address; what is at its start is left out. */
export function putSensorPlace(
  place: SensorPlace,
  put: (name: string, value: string | number | null) => void,
): void {
  const { sort } = place;
  put('part', place.part === SENSOR_START.part ? null : place.part);
  put('words', place.search);
  put('verdict', place.outcome);
  put('criterion', place.criterion);
  put('row', place.row);
  put('changed', place.changed);
  put('by', sort === null ? null : `${sort.descending ? '-' : ''}${sort.column}`);
  put('passive', place.asset);
  put('against', place.against);
}

function oneOf<T extends string>(values: readonly T[], text: string | null): T | null {
  return values.find((value) => value === text) ?? null;
}

function readSort(text: string | null): VerdictQuery['sort'] {
  const descending = text?.startsWith('-') ?? false;
  const column = oneOf(VERDICT_COLUMNS, descending ? text!.slice(1) : text);
  return column === null ? null : { column, descending };
}

function readAsset(text: string | null): AssetIndex | null {
  if (text === null || !/^\d{1,10}$/.test(text)) return null;
  const index = Number(text);
  return index <= 2 ** 32 - 2 ? index : null;
}
