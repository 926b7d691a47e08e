import type { ApartRule } from '../cause';

export const containerSharesHost: ApartRule = {
  id: 'containerSharesHost',
  title: 'Container and its host',
  sentence: 'A container reports the identifiers of the host it runs on.',
  action: 'Keep both; scan containers with the container sensor.',
  applies: (context) => {
    const { records, kind } = context;
    const { hardwareCategory } = records.dataset.columns;
    const isContainer = (asset: number) =>
      /container/i.test(hardwareCategory.dictionary[hardwareCategory.codes[asset] ?? 0] ?? '');
    return (kind === 'uuid' || kind === 'serial') && isContainer(context.a) !== isContainer(context.b);
  },
};
