import { For, Show } from 'solid-js';
import type { OpenResult } from '../../../../client/api';
import type { DatasetHeader } from '../../../../model/dataset';
import type { Notice, NoticeSeverity } from '../../../../model/notice';
import { Icon } from '../../../../ui/parts/icon';
import { counted } from '../../../../ui/words';
import { noticesOf } from '../../../../wording/dataset-notices';

const FIRST_SHOWN = 3;

/** Before the answer: what is missing from it, which rules could not look, and what to do about it. */
export function Losses(props: { result: OpenResult }) {
  const blind = () => noticesOfSeverity(props.result.header, 'blind');
  return (
    <>
      <NoticeBlock
        severity="incomplete"
        notices={noticesOfSeverity(props.result.header, 'incomplete')}
        label="Not everything was read"
        heading="Not everything was read: assets may be missing from these figures."
      />
      <NoticeBlock
        severity="blind"
        notices={blind()}
        label="Rules that could not look"
        heading={`${counted(blind().length, 'rule')} had nothing to compare.`}
      />
    </>
  );
}

/** Behind the answer: how the files were read; nothing is missing for it. */
export function ReadingNotes(props: { header: DatasetHeader }) {
  return (
    <NoticeBlock
      severity="note"
      notices={noticesOfSeverity(props.header, 'note')}
      label="How the files were read"
      heading="How the files were read."
    />
  );
}

function noticesOfSeverity(header: DatasetHeader, severity: NoticeSeverity): readonly Notice[] {
  return noticesOf(header).filter((notice) => notice.severity === severity);
}

function NoticeBlock(props: {
  severity: NoticeSeverity;
  notices: readonly Notice[];
  label: string;
  heading: string;
}) {
  return (
    <Show when={props.notices.length > 0}>
      <section class={`notices notices-${props.severity}`} aria-label={props.label}>
        <Icon name={props.severity === 'note' ? 'check' : 'warn'} />
        <div class="trouble-words">
          <p class="trouble-what">{props.heading}</p>
          <ul>
            <For each={props.notices.slice(0, FIRST_SHOWN)}>{(notice) => <NoticeLine notice={notice} />}</For>
          </ul>
          <Show when={props.notices.length > FIRST_SHOWN}>
            <details>
              <summary>{counted(props.notices.length - FIRST_SHOWN, 'more')}</summary>
              <ul>
                <For each={props.notices.slice(FIRST_SHOWN)}>
                  {(notice) => <NoticeLine notice={notice} />}
                </For>
              </ul>
            </details>
          </Show>
        </div>
      </section>
    </Show>
  );
}

function NoticeLine(props: { notice: Notice }) {
  const file = () => {
    const { file: name, what } = props.notice;
    return name === undefined || what.includes(name) ? null : name;
  };
  return (
    <li>
      <Show when={file()}>
        {(name) => (
          <>
            <b>{name()}</b>:{' '}
          </>
        )}
      </Show>
      {props.notice.what} <Show when={props.notice.remedy}>{(remedy) => <span>{remedy()}</span>}</Show>
    </li>
  );
}
