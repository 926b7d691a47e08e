/** An asset's place in its dataset, counted from 0 in dataset order. */
export type AssetIndex = number;
/** A group's place in a `Grouping`, counted from 0; people see it plus one. */
export type GroupIndex = number;
/** A cluster's place in a `Grouping`, counted from 0; people see it plus one. */
export type ClusterIndex = number;
/** A distance from the first byte of a file (after decompression, where there was any). */
export type ByteOffset = number;
/** Milliseconds since 1970-01-01 UTC; `NaN` means never or unknown. */
export type EpochMilliseconds = number;
/** A MAC address as one number: 48 bits fit a double exactly. */
export type MacNumber = number;
