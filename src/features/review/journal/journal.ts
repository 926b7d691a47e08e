import type { Decision } from '../../../model/decision';
import type { EpochMilliseconds } from '../../../model/units';
import { canonicalText, type Forms, revisionOf } from './forms';
import type { Change, Step } from './steps';

/** A step with what it changed, so that it can be taken back. */
export interface LoggedStep {
  readonly step: Step;
  /** The forms before, decision by decision, in the order of `step.changes`. */
  readonly before: readonly Forms[];
  undone: boolean;
}

const NONE: Forms = [];

/**
 * The decisions as they stand after all steps, and what can be taken back. Steps are applied in the order of the
 * journal; every tab that has read the same steps has the same state.
 */
export class Journal {
  private readonly current = new Map<string, Forms>();
  private readonly log: LoggedStep[] = [];
  private readonly done: LoggedStep[] = [];
  private readonly redone: LoggedStep[] = [];
  private readonly byId = new Map<string, number>();
  private readonly lastChange = new Map<string, number>();
  /** The highest revision of each decision that is in a file. */
  private readonly inFile = new Map<string, number>();
  private readonly unsaved = new Set<string>();

  /** The decision's forms, none where there is no such decision. */
  forms(id: string): Forms {
    return this.current.get(id) ?? NONE;
  }

  /** Ids of all decisions, also of those that were taken back. */
  ids(): Iterable<string> {
    return this.current.keys();
  }

  /** Decisions that changed since they were last in a file. */
  get onlyHere(): number {
    return this.unsaved.size;
  }

  get steps(): readonly LoggedStep[] {
    return this.log;
  }

  get lastStep(): string | null {
    return this.log.at(-1)?.step.id ?? null;
  }

  get undoable(): LoggedStep | null {
    return this.done.at(-1) ?? null;
  }

  get redoable(): LoggedStep | null {
    return this.redone.at(-1) ?? null;
  }

  /** Applies a step and answers the decisions that it changed. */
  apply(step: Step): readonly string[] {
    const at = this.log.length;
    const logged: LoggedStep = { step, before: step.changes.map(({ id }) => this.forms(id)), undone: false };
    this.log.push(logged);
    this.byId.set(step.id, at);
    for (const { id, forms } of step.changes) this.set(id, forms, at);
    this.markInFile(step.inFile);
    switch (step.kind) {
      case 'do':
        this.done.push(logged);
        this.redone.length = 0;
        break;
      case 'undo':
        this.move(this.done, this.redone, step.of, true);
        break;
      case 'redo':
        this.move(this.redone, this.done, step.of, false);
        break;
      case 'saved':
        this.markSaved(step.of === null ? -1 : (this.byId.get(step.of) ?? -1));
        break;
    }
    return step.changes.map(({ id }) => id);
  }

  /**
   * What brings the decisions back to where they were before a step, or, for `redo`, to where they were after it.
   * Where a file holds a later form it gets a higher revision, so that the file does not bring back what was undone.
   */
  reversal({ step, before }: LoggedStep, kind: 'undo' | 'redo', now: EpochMilliseconds): Change[] {
    return step.changes.map(({ id, forms }, at) => {
      const wanted = kind === 'undo' ? before[at]! : forms;
      const present = this.forms(id);
      const inFile = this.inFile.get(id) ?? 0;
      if (revisionOf(wanted) >= inFile) return { id, forms: wanted };
      const revision = Math.max(revisionOf(present), inFile);
      const raised = (wanted.length > 0 ? wanted : takenBack(present, now)).map((form) => ({
        ...form,
        revision: revision + 1,
      }));
      return { id, forms: sorted(raised) };
    });
  }

  private set(id: string, forms: Forms, at: number): void {
    if (forms.length === 0) this.current.delete(id);
    else this.current.set(id, forms);
    this.lastChange.set(id, at);
    if (revisionOf(forms) > (this.inFile.get(id) ?? 0)) this.unsaved.add(id);
    else this.unsaved.delete(id);
  }

  private move(from: LoggedStep[], to: LoggedStep[], of: string | null, undone: boolean): void {
    const at = from.findLastIndex(({ step }) => step.id === of);
    if (at < 0) return;
    const [moved] = from.splice(at, 1);
    moved!.undone = undone;
    to.push(moved!);
  }

  private markInFile(ids: readonly string[]): void {
    for (const id of ids) {
      this.inFile.set(id, revisionOf(this.forms(id)));
      this.unsaved.delete(id);
    }
  }

  private markSaved(upTo: number): void {
    this.markInFile([...this.unsaved].filter((id) => this.lastChange.get(id)! <= upTo));
  }
}

/** Where a decision is gone already there is nothing to take back. */
function takenBack(forms: Forms, at: EpochMilliseconds): Decision[] {
  return forms.slice(0, 1).map((form) => ({ ...form, answer: null, at }));
}

function sorted(forms: Decision[]): Forms {
  if (forms.length < 2) return forms;
  return forms.sort((a, b) => (canonicalText(a) < canonicalText(b) ? -1 : 1));
}
