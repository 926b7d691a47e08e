import type { DecisionSource } from '../model/decision';
import type { JudgementSource } from '../model/judgement-source';

/** Machines as the judgement proposes them, where nobody can decide yet. */
export function proposalsAsTheyAre(judgement: JudgementSource): DecisionSource {
  return {
    settled: async (watch) =>
      (await judgement.judgement(watch)).machines.map(({ id, cluster, ...machine }) => ({
        ...machine,
        decision: null,
      })),
    decisions: async () => ({ standing: [], asked: [] }),
  };
}
