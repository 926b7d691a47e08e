import { For, Show } from 'solid-js';
import type { DatasetHeader } from '../../../../model/dataset';
import type { Notice, NoticeSeverity } from '../../../../model/notice';
import { Icon } from '../../../../ui/parts/icon';
import { counted } from '../../../../ui/words';
import { noticesOf } from '../../../../wording/dataset-notices';

const FIRST_SHOWN = 5;

/** Beside the answer: what is missing from it, which rules could not look, and what to do about it. */
export function Notices(props: { header: DatasetHeader }) {
  const having = (severity: NoticeSeverity) =>
    noticesOf(props.header).filter((notice) => notice.severity === severity);
  return (
    <>
      <NoticeBlock
        severity="incomplete"
        notices={having('incomplete')}
        label="Not everything was read"
        heading="Not everything was read: assets may be missing from these figures."
      />
      <NoticeBlock
        severity="blind"
        notices={having('blind')}
        label="Rules that could not look"
        heading={`${counted(having('blind').length, 'rule')} had nothing to compare.`}
      />
      <NoticeBlock
        severity="note"
        notices={having('note')}
        label="How the files were read"
        heading="How the files were read."
      />
    </>
  );
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
