import { onMount } from 'solid-js';
import { Troubles } from '../../ui/frame/troubles';
import { CountLink } from '../../ui/parts/count-link';
import { Empty } from '../../ui/parts/empty';
import { JobProgress } from '../../ui/parts/job-progress';
import { MarkedText } from '../../ui/parts/marked-text';
import { Time } from '../../ui/parts/time';
import { ToastList } from '../../ui/parts/toast';
import { UndoNotice } from '../../ui/parts/undo-notice';
import { createToasts } from '../../ui/state/toasts';
import { Part } from './part';

const nothing = () => undefined;
const JOB = {
  kind: 'import',
  title: 'Reading inventory.json',
  startedAt: performance.now() - 4_000,
} as const;

/** What is told: how far something is, what went wrong, that there is nothing, what was done. */
export function MessageParts() {
  return (
    <>
      <Part
        name="Progress"
        states={[
          [
            'with an end',
            () => (
              <JobProgress
                job={JOB}
                progress={{ phase: 'Reading', done: 3e8, total: 8e8, unit: 'bytes', assets: 120_000 }}
                cancelling={false}
                onCancel={nothing}
              />
            ),
          ],
          ['without', () => <JobProgress job={JOB} progress={null} cancelling={false} onCancel={nothing} />],
          ['cancelling', () => <JobProgress job={JOB} progress={null} cancelling onCancel={nothing} />],
        ]}
      />
      <Part
        name="Trouble"
        states={[
          [
            'with its place',
            () => (
              <Troubles
                troubles={[
                  {
                    code: 'not-json',
                    what: '“inventory.json” ends in the middle of a record.',
                    remedy: 'Export it again, or open what it has.',
                    where: { file: 'inventory.json', record: 1_204, byte: 4_000_000 },
                  },
                ]}
                onDismiss={nothing}
              />
            ),
          ],
        ]}
      />
      <Part
        name="Empty"
        states={[
          [
            'with a way out',
            () => (
              <Empty
                text="No rows match “zzz” and MAC address only."
                action="Show all groups"
                onAction={nothing}
              />
            ),
          ],
          ['alone', () => <Empty text="No assets are joined, so there are no clusters." />],
        ]}
      />
      <Part name="Toast" states={[['plain and with undo', () => <HeldToasts />]]} />
      <Part
        name="Undo notice"
        states={[
          [
            'after a change',
            () => (
              <UndoNotice label="What the change did" canUndo onUndo={nothing}>
                <span>1,653 fewer potential duplicates, 10 groups gone.</span>
              </UndoNotice>
            ),
          ],
        ]}
      />
      <Part
        name="Count link"
        states={[
          ['some', () => <CountLink count={1_096} href="#" one="asset" />],
          ['one, the number alone', () => <CountLink count={1} href="#" one="asset" bare />],
          ['none', () => <CountLink count={0} href="#" one="asset" />],
        ]}
      />
      <Part
        name="Text"
        states={[
          ['marked', () => <MarkedText text="lon-ws-4400.corp.example.com" words={['ws', 'corp']} />],
          [
            'a time, and none',
            () => (
              <>
                <Time at={Date.UTC(2026, 4, 25, 14, 21)} />, <Time at={Number.NaN} />
              </>
            ),
          ],
        ]}
      />
    </>
  );
}

/** Messages that stay, as long as nothing leaves them. */
function HeldToasts() {
  const toasts = createToasts();
  onMount(() => {
    toasts.say('Copied 9,848 values of Asset ID.');
    toasts.say('1 value is ignored, 9 groups are gone.', nothing);
    toasts.hold(true);
  });
  return <ToastList toasts={toasts} />;
}
