/** A worked example of the sensor criteria that the screen opens with one click. */
export interface SensorExample {
  readonly id: string;
  readonly title: string;
  /** What it shows, in one or two sentences. */
  readonly text: string;
}
