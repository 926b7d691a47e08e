import {
  choiceParameter,
  createAddressPart,
  indexParameter,
  optionParameter,
  type Step,
  sortParameter,
  wordsParameter,
} from '../../../../ui/state/address';
import { SENSOR_DISAGREEMENTS, VERDICT_COLUMNS } from '../../types/list';
import { SENSOR_CRITERIA, SENSOR_OUTCOMES, SENSOR_ROWS } from '../../types/result';

export const SENSOR_PARTS = ['summary', 'verdicts', 'settings'] as const;
export type SensorPart = (typeof SENSOR_PARTS)[number];

/** What the last change of settings did to the assets that the list is narrowed to. */
export const SENSOR_CHANGES = ['more', 'fewer', 'moved', 'passiveNow'] as const;
export type SensorChange = (typeof SENSOR_CHANGES)[number];

/** Where on the screen Sensor check the person is. */
export const SENSOR_ADDRESS = createAddressPart({
  part: optionParameter('part', SENSOR_PARTS),
  search: wordsParameter('words'),
  outcome: choiceParameter('verdict', SENSOR_OUTCOMES),
  criterion: choiceParameter('criterion', SENSOR_CRITERIA),
  row: choiceParameter('row', SENSOR_ROWS),
  changed: choiceParameter('changed', SENSOR_CHANGES),
  judged: choiceParameter('judged', SENSOR_DISAGREEMENTS),
  sort: sortParameter('by', VERDICT_COLUMNS),
  /** The passive asset that is explained, and against which other one where that was chosen. */
  asset: indexParameter('passive'),
  against: indexParameter('against'),
});
export type SensorPlace = typeof SENSOR_ADDRESS.start;

/** That place on the screen, with everything else of it at its start. */
export function toSensorPlace(place: Partial<SensorPlace>): Step {
  return SENSOR_ADDRESS.with({ ...SENSOR_ADDRESS.start, ...place });
}
