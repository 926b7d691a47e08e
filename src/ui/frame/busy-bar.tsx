import { Show } from 'solid-js';
import { useApp } from '../context';
import { JobProgress } from '../parts/job-progress';

/** What runs while a result is on screen: the result stays, this line comes above it. */
export function BusyBar() {
  const app = useApp();
  return (
    <Show when={app.session.job()}>
      {(job) => (
        <div class="busy-bar">
          <JobProgress
            job={job()}
            progress={app.session.progress()}
            cancelling={app.session.cancelling()}
            onCancel={app.session.cancel}
          />
        </div>
      )}
    </Show>
  );
}
