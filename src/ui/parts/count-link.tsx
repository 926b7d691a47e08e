import { Show } from 'solid-js';
import { counted, countText } from '../words';

/** A number that leads to the list whose length it is; nothing is behind a 0, so it is no link. */
export function CountLink(props: {
  count: number;
  href: string;
  /** What is counted, one and many: shown behind the number, or told to screen readers only. */
  one: string;
  many?: string;
  bare?: boolean;
  /** More for screen readers where the same number stands twice, as "on row R1". */
  where?: string;
}) {
  const text = () => counted(props.count, props.one, props.many ?? `${props.one}s`);
  const shown = () => (props.bare === true ? countText(props.count) : text());
  const told = () => (props.where === undefined ? text() : `${text()} ${props.where}`);
  return (
    <Show when={props.count > 0} fallback={<span class="quiet">{shown()}</span>}>
      <a class="count-link" href={props.href} aria-label={told() === shown() ? undefined : told()}>
        {shown()}
      </a>
    </Show>
  );
}
