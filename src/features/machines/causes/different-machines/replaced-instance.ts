import { type ApartContext, type ApartRule, areBothAlive, differ } from '../cause';

/** Whether both run in a cloud or on a hypervisor. */
function isVirtual({ records, a, b }: ApartContext): boolean {
  const { hardwareCategory, model } = records.dataset.columns;
  const virtual = (asset: number) =>
    records.cloud[asset] !== 0 ||
    /virtual|cloud/i.test(hardwareCategory.dictionary[hardwareCategory.codes[asset] ?? 0] ?? '') ||
    /virtual/i.test(model.dictionary[model.codes[asset] ?? 0] ?? '');
  return virtual(a) && virtual(b);
}

/** Only the address agrees: that is another cause. */
function areAddressesOnly(context: ApartContext): boolean {
  return context.kind === 'address' && context.records.host[context.a] !== context.records.host[context.b];
}

export const replacedInstance: ApartRule = {
  id: 'replacedInstance',
  title: 'Replaced instance',
  sentence: 'A cloud or virtual instance was replaced by a new one under the same name.',
  action: 'Keep the new one. Let the old ones go by a purge rule for terminated instances.',
  applies: (context) => {
    const { records, kind } = context;
    const named = kind === 'host' || kind === 'dns' || kind === 'netbios' || kind === 'address';
    return (
      named &&
      !areBothAlive(context) &&
      isVirtual(context) &&
      (differ(records.uuid, context) || differ(records.cloud, context)) &&
      !areAddressesOnly(context)
    );
  },
};
