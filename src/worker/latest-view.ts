import { CancelledError } from '../model/outcome';
import type { Watch } from '../model/progress';
import type { Session } from './session';
import { createWatch } from './task-context';

/** A view of what is open: the latest question wins, and the view goes with the result it is of. */
export interface LatestView<View> {
  /** Opens a view; one that is still being opened ends with `CancelledError`. */
  open(make: (watch: Watch) => Promise<View>): Promise<View>;
  current(): View | null;
}

/** See `LatestView`. */
export function createLatestView<View>(session: Session): LatestView<View> {
  let asked = 0;
  let view: View | null = null;
  session.onChange(() => {
    view = null;
  });
  const revision = () => session.opened()?.revision ?? -1;
  return {
    open: async (make) => {
      const question = ++asked;
      const of = revision();
      const outdated = () => question !== asked || of !== revision();
      const made = await make(createWatch(outdated));
      if (outdated()) throw new CancelledError();
      view = made;
      return made;
    },
    current: () => view,
  };
}
