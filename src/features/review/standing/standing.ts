import type { AssetIndex } from '../../../model/units';
import type { Question, Questions } from '../queue/questions';
import { type PeoplesMachine, settle } from './components';
import type { Resolved } from './resolve';

/** How a question stands. */
export const STATUSES = ['left', 'asked', 'conflict', 'notSure', 'decided'] as const;
export type Status = (typeof STATUSES)[number];

/** A question with what was decided about it. */
export interface Stands {
  readonly status: Status;
  /** The decisions that answer it, the newest last. */
  readonly answers: readonly Resolved[];
  /** All decisions about two or more of its records, also those that do not hold. */
  readonly about: readonly Resolved[];
  /** Why it is asked again, in sentences that need no dataset; see `joined`. */
  readonly changed: readonly string[];
  /** Records that no decision about it has seen. */
  readonly joined: readonly AssetIndex[];
}

const NOTHING: readonly Resolved[] = [];

/**
 * All decisions that are about the open dataset, and how each question stands. A change of some decisions touches only
 * what is connected with their records.
 */
export class Standing {
  private readonly byAsset = new Map<AssetIndex, Set<Resolved>>();
  private readonly byDecision = new Map<string, readonly Resolved[]>();
  private readonly contradictory = new Set<Resolved>();
  private readonly overruled = new Set<Resolved>();
  /** What people's machines each record stands in. */
  private readonly machineOf = new Map<AssetIndex, PeoplesMachine>();
  /** Questions that no proposal asks, by their records. */
  private readonly own = new Map<string, Question>();

  constructor(
    readonly questions: Questions,
    /** Whether a decision is there and not taken back: what it overrules does not hold. */
    private readonly isLive: (decision: string) => boolean,
  ) {}

  /** Puts decisions in the place of those of the same ids; answers all questions whose standing may have changed. */
  put(changes: ReadonlyMap<string, readonly Resolved[]>): ReadonlySet<Question> {
    const touched = new Set<AssetIndex>();
    const waiting = [...changes];
    const after: Resolved[] = [];
    for (const [id, next] of waiting) {
      for (const before of this.byDecision.get(id) ?? NOTHING) {
        for (const asset of before.seen) {
          touched.add(asset);
          this.byAsset.get(asset)?.delete(before);
        }
        this.contradictory.delete(before);
        this.overruled.delete(before);
      }
      if (next.length === 0) this.byDecision.delete(id);
      else this.byDecision.set(id, next);
      for (const one of next) {
        after.push(one);
        for (const asset of one.seen) {
          touched.add(asset);
          const known = this.byAsset.get(asset);
          if (known === undefined) this.byAsset.set(asset, new Set([one]));
          else known.add(one);
        }
      }
    }
    return this.settleAround(touched);
  }

  /** Whether the decision holds: its basis is as it was, nothing contradicts it, and nothing overruled it. */
  holds(resolved: Resolved): boolean {
    return (
      resolved.changed.length === 0 && !this.overruled.has(resolved) && !this.contradictory.has(resolved)
    );
  }

  isOverruled(resolved: Resolved): boolean {
    return this.overruled.has(resolved);
  }

  isContradictory(resolved: Resolved): boolean {
    return this.contradictory.has(resolved);
  }

  /** All decisions that are about the dataset. */
  *decisions(): Generator<Resolved> {
    for (const forms of this.byDecision.values()) yield* forms;
  }

  resolvedOf(decision: string): readonly Resolved[] {
    return this.byDecision.get(decision) ?? NOTHING;
  }

  /** Each machine that people made, once. */
  *machines(): Generator<PeoplesMachine> {
    for (const [asset, machine] of this.machineOf) if (machine.assets[0] === asset) yield machine;
  }

  machineWith(asset: AssetIndex): PeoplesMachine | null {
    return this.machineOf.get(asset) ?? null;
  }

  /** Questions that only decisions ask, in the order of their records. */
  ownQuestions(): Question[] {
    return [...this.own.values()].sort((a, b) => a.assets[0]! - b.assets[0]!);
  }

  /** Whether a question that only decisions ask is still asked. */
  asks(question: Question): boolean {
    return this.own.get(question.assets.join()) === question;
  }

  /** All decisions about two or more of the records. */
  about(assets: readonly AssetIndex[]): Resolved[] {
    const shared = new Map<Resolved, number>();
    for (const asset of assets)
      for (const one of this.byAsset.get(asset) ?? NOTHING) shared.set(one, (shared.get(one) ?? 0) + 1);
    return [...shared]
      .filter(([, count]) => count >= 2)
      .map(([one]) => one)
      .sort((a, b) => a.decision.at - b.decision.at || (a.decision.id < b.decision.id ? -1 : 1));
  }

  stands(question: Question): Stands {
    const about = this.about(question.assets);
    const valid = about.filter((one) => !this.overruled.has(one));
    const holding = valid.filter((one) => this.holds(one));
    const nobody = { answers: NOTHING, about, changed: [], joined: [] };
    if (valid.some((one) => this.contradictory.has(one))) return { ...nobody, status: 'conflict' };
    const answers = this.answersTo(question, holding);
    if (answers.length > 0) {
      const open = answers.every(({ decision }) => decision.answer === 'notSure');
      return { ...nobody, answers, status: open ? 'notSure' : 'decided' };
    }
    if (valid.length === 0) return { ...nobody, status: 'left' };
    const seen = new Set(valid.flatMap((one) => one.seen));
    return {
      ...nobody,
      status: 'asked',
      changed: [...new Set(valid.flatMap(({ changed }) => changed))],
      joined: question.assets.filter((asset) => !seen.has(asset)),
    };
  }

  /** Decisions of which one has seen all records of the question, or whose machine holds all of them. */
  private answersTo(question: Question, holding: readonly Resolved[]): readonly Resolved[] {
    const covering = holding.filter(({ seen }) => question.assets.every((asset) => seen.includes(asset)));
    if (covering.length > 0) return covering;
    const machine = this.machineOf.get(question.assets[0]!);
    return machine !== undefined && question.assets.every((asset) => this.machineOf.get(asset) === machine)
      ? machine.by
      : NOTHING;
  }

  private settleAround(touched: ReadonlySet<AssetIndex>): ReadonlySet<Question> {
    const { assets, decisions } = this.connected(touched);
    for (const asset of assets) this.machineOf.delete(asset);
    for (const one of decisions) {
      this.contradictory.delete(one);
      const { overruledBy } = one.decision;
      if (overruledBy !== null && this.isLive(overruledBy)) this.overruled.add(one);
      else this.overruled.delete(one);
    }
    const holding = [...decisions].filter((one) => one.changed.length === 0 && !this.overruled.has(one));
    const { machines, contradictory } = settle(holding);
    for (const one of contradictory) this.contradictory.add(one);
    for (const machine of machines) for (const asset of machine.assets) this.machineOf.set(asset, machine);
    const changed = new Set<Question>();
    for (const asset of assets)
      for (const at of this.questions.of(asset)) changed.add(this.questions.all[at]!);
    for (const question of this.askOwn(assets, decisions)) changed.add(question);
    return changed;
  }

  /** All that decisions connect with the records. */
  private connected(touched: ReadonlySet<AssetIndex>) {
    const assets = new Set(touched);
    const decisions = new Set<Resolved>();
    const waiting = [...touched];
    for (let asset = waiting.pop(); asset !== undefined; asset = waiting.pop()) {
      for (const one of this.byAsset.get(asset) ?? NOTHING) {
        if (decisions.has(one)) continue;
        decisions.add(one);
        for (const other of one.seen) {
          if (assets.has(other)) continue;
          assets.add(other);
          waiting.push(other);
        }
      }
    }
    return { assets, decisions };
  }

  /** Asks by themselves what decisions are about and no proposal asks; answers also those that are asked no more. */
  private askOwn(assets: ReadonlySet<AssetIndex>, decisions: ReadonlySet<Resolved>): Question[] {
    const gone = [...this.own].filter(([, question]) => question.assets.some((asset) => assets.has(asset)));
    for (const [key] of gone) this.own.delete(key);
    const before = new Map(gone);
    for (const one of decisions) {
      if (this.isProposed(one.seen)) continue;
      const key = one.seen.join();
      if (this.own.has(key)) continue;
      this.own.set(
        key,
        before.get(key) ?? {
          kind: 'own',
          assets: one.seen,
          strength: null,
          cause: one.decision.basis.proposal?.cause ?? 'unclear',
          keep: null,
          keepReason: '',
          redundant: [],
          warnings: [],
        },
      );
    }
    return [...before.values(), ...this.own.values()].filter((question) =>
      question.assets.some((asset) => assets.has(asset)),
    );
  }

  private isProposed(seen: readonly AssetIndex[]): boolean {
    const shared = new Map<number, number>();
    for (const asset of seen)
      for (const at of this.questions.of(asset)) shared.set(at, (shared.get(at) ?? 0) + 1);
    return [...shared.values()].some((count) => count >= 2);
  }
}
