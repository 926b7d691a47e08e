import { PAIR_VERDICTS, type PairVerdict } from '../../../model/judgement';
import type { Facts } from './facts';
import { LIKELY_FROM, STRONG_FROM, WEIGHTS } from './weights';

/** The sum of what was weighed. */
export function sumOf(facts: Facts): number {
  let sum = 0;
  for (const { id } of facts.weights) sum += WEIGHTS[id].points;
  return sum;
}

/** What a pair's evidence comes to: a veto forbids, else the sum decides; anything that agrees is at least weak. */
export function verdictOf(facts: Facts): PairVerdict {
  if (facts.vetoes.length > 0) return 'conflict';
  const sum = sumOf(facts);
  if (sum >= STRONG_FROM) return 'strong';
  if (sum >= LIKELY_FROM) return 'likely';
  return facts.weights.some(({ id }) => WEIGHTS[id].points > 0) ? 'weak' : 'none';
}

/** A verdict as a number, the better the greater. */
export function rankOf(verdict: PairVerdict): number {
  return PAIR_VERDICTS.indexOf(verdict);
}
