import type { ApartCause, Judgement, JudgementFigures, OneMachineCause } from '../../../model/judgement';

/** The figures of a judgement; each is the length of a list that a person can open. */
export function figuresOf({
  machines,
  apart,
  stale,
  replaced,
  hidden,
}: Pick<Judgement, 'machines' | 'apart' | 'stale' | 'replaced' | 'hidden'>): JudgementFigures {
  const sure = machines.filter(({ strength }) => strength !== 'weak');
  const byCause = new Map<OneMachineCause, { machines: number; redundant: number }>();
  for (const { cause, redundant } of sure) {
    const before = byCause.get(cause) ?? { machines: 0, redundant: 0 };
    byCause.set(cause, { machines: before.machines + 1, redundant: before.redundant + redundant.length });
  }
  const apartByCause = new Map<ApartCause, number>();
  for (const { cause } of apart) apartByCause.set(cause, (apartByCause.get(cause) ?? 0) + 1);
  return {
    machines: sure.length,
    records: sure.reduce((sum, { assets }) => sum + assets.length, 0),
    redundant: sure.reduce((sum, { redundant }) => sum + redundant.length, 0),
    weak: machines.length - sure.length,
    apart: apart.length,
    stale: stale.length,
    replaced: replaced.length,
    hidden: hidden.length,
    byCause: [...byCause]
      .map(([cause, figures]) => ({ cause, ...figures }))
      .sort((a, b) => b.redundant - a.redundant || b.machines - a.machines),
    apartByCause: [...apartByCause]
      .map(([cause, values]) => ({ cause, values }))
      .sort((a, b) => b.values - a.values),
  };
}
