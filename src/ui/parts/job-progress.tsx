import { createMemo, createSignal, onCleanup, Show } from 'solid-js';
import type { Progress } from '../../model/progress';
import type { Job } from '../state/session';
import { bytesText, counted, countText, durationText } from '../words';

/** How far the running step is, in words and as a bar, and the way to stop it. */
export function JobProgress(props: {
  job: Job;
  progress: Progress | null;
  cancelling: boolean;
  onCancel: () => void;
}) {
  const [now, setNow] = createSignal(performance.now());
  const clock = setInterval(() => setNow(performance.now()), 500);
  onCleanup(() => clearInterval(clock));
  const share = createMemo(() => {
    const step = props.progress;
    return step === null || step.total <= 0 ? null : Math.min(1, step.done / step.total);
  });
  const name = () => (props.job.kind === 'report' ? 'Report progress' : 'Import progress');
  return (
    <div class="job">
      <div class="job-line">
        <span class="job-phase">{props.progress?.phase ?? props.job.title}</span>
        <span class="job-figures">{figures(props.progress)}</span>
        <span class="job-speed">{speed(props.progress, (now() - props.job.startedAt) / 1000)}</span>
        <button
          type="button"
          class="button button-small"
          disabled={props.cancelling}
          onClick={() => props.onCancel()}
        >
          <Show when={props.cancelling} fallback="Cancel">
            Cancelling
          </Show>
        </button>
      </div>
      <div
        class="bar bar-job"
        classList={{ 'bar-unknown': share() === null }}
        role="progressbar"
        aria-label={name()}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share() === null ? undefined : Math.floor(share()! * 100)}
        aria-valuetext={`${props.progress?.phase ?? props.job.title} ${figures(props.progress)}`}
      >
        <div class="bar-fill" style={{ width: `${(share() ?? 1) * 100}%` }} />
      </div>
    </div>
  );
}

function figures(step: Progress | null): string {
  if (step === null) return '';
  const parts: string[] = [];
  const inUnit = step.unit === 'bytes' ? bytesText : countText;
  const noun = step.unit === 'bytes' ? '' : ` ${step.unit}`;
  if (step.total > 0) parts.push(`${inUnit(step.done)} of ${inUnit(step.total)}${noun}`);
  else if (step.done > 0) parts.push(`${inUnit(step.done)}${noun}`);
  if (step.assets !== undefined && step.unit !== 'assets') parts.push(counted(step.assets, 'asset'));
  return parts.join(' · ');
}

/** Speed and time left, only where bytes are read at a pace that has settled (after one second). */
function speed(step: Progress | null, seconds: number): string {
  if (step === null || step.unit !== 'bytes' || step.total <= 0 || seconds < 1 || step.done <= 0) return '';
  const each = step.done / seconds;
  const left = (step.total - step.done) / each;
  return `${bytesText(each)}/s${left >= 1 ? ` · about ${durationText(left)} left` : ''}`;
}
