/** What a source value makes of an asset: known to Qualys, sensed only, or out of the sensor check. */
export const SOURCE_CLASSES = ['managed', 'passive', 'other'] as const;
export type SourceClass = (typeof SOURCE_CLASSES)[number];

/** One Qualys network: the sensors that belong to it and the addresses in it. */
export interface SensorNetwork {
  readonly name: string;
  readonly sensors: readonly string[];
  /** Each CIDR, `first-last`, or one address. */
  readonly ranges: readonly string[];
}

/** A range of addresses and how they are given out. */
export interface AddressRange {
  /** CIDR, `first-last`, or one address. */
  readonly range: string;
  readonly assignment: 'static' | 'dynamic';
  /** The DHCP lease period in hours, where it is known. Without effect on a static range. */
  readonly leaseHours?: number | null;
  /** The range counts only in this network; addresses of no other known network belong to it. */
  readonly network?: string | null;
}

/** Everything that changes a verdict; what the settings file holds, in its order. */
export interface SensorSettings {
  readonly format: 'doublet-sensor-settings';
  readonly version: 1;
  /** Whether the subscription has the Network feature. Without it every address is in one network. */
  readonly networkFeature: boolean;
  readonly networks: readonly SensorNetwork[];
  readonly ranges: readonly AddressRange[];
  /** How far apart two reports of a dynamic address may lie, where no lease period is known; hours. */
  readonly ipInactivityHours: number;
  /** Taken off the end of host names before they are compared. */
  readonly domains: readonly string[];
  /** Host names that never match; `*` stands for any run of characters. */
  readonly excludedHostnames: readonly string[];
  /** Parts of a hardware or operating system category that tell a phone or tablet. */
  readonly mobilePatterns: readonly string[];
  /** Source values whose class differs from the default by name. */
  readonly sourceClasses: Readonly<Record<string, SourceClass>>;
  /** The field or custom attribute that holds the agent correlation ID; `null` reads the usual names. */
  readonly correlationIdField: string | null;
}

/** What is wrong with one field of the settings, for the form and for the file. */
export interface SettingsFault {
  /** As in `ranges[2].leaseHours`; "" is the file as a whole. */
  readonly field: string;
  /** One sentence for people. */
  readonly sentence: string;
}

/** One source value of the dataset, for the list in which people reassign it. */
export interface SensorSource {
  readonly source: string;
  readonly sourceClass: SourceClass;
  /** What its name alone says. */
  readonly defaultClass: SourceClass;
  /** Reported by Cloud Agent Passive Sensing, which has rules of its own. */
  readonly caps: boolean;
  /** Assets that this source reports. */
  readonly assets: number;
}

/** A field of the dataset that could hold the correlation ID, with how many assets have a value there. */
export interface CorrelationField {
  readonly field: string;
  readonly label: string;
  readonly assets: number;
}
