import type { ApartRule } from '../cause';

/** Family of AIX and its like (`familyOf`). */
const UNIX = 9;

export const partitionSharesFrame: ApartRule = {
  id: 'partitionSharesFrame',
  title: 'Partition of a frame',
  sentence: 'Logical partitions report the serial number of the frame they run on.',
  action: 'Keep all records; do not identify partitions by serial number.',
  applies: (context) => {
    const { records, kind } = context;
    return kind === 'serial' && [context.a, context.b].every((asset) => records.family[asset] === UNIX);
  },
};
