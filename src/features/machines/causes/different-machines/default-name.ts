import { type ApartRule, areBothAlive, differ } from '../cause';

export const defaultName: ApartRule = {
  id: 'defaultName',
  title: 'Default name',
  sentence: 'Devices kept the name they came with.',
  action: 'Name the devices, or put the name on the sensors’ exclusion list.',
  warnings: ['A passive sensor may merge them by host name.'],
  applies: (context) => {
    const { records, kind, holders } = context;
    const named = kind === 'host' || kind === 'dns' || kind === 'netbios';
    const { a, b } = context;
    const isDefault = ((records.nameFlags[a]! | records.nameFlags[b]!) & 2) !== 0;
    return (
      named &&
      !areBothAlive(context) &&
      !differ(records.cloud, context) &&
      !differ(records.uuid, context) &&
      (isDefault || holders >= 3)
    );
  },
};
