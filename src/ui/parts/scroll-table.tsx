import type { JSX } from 'solid-js';

/** A plain table that scrolls sideways where it is too wide, by keyboard too (WCAG 2.1.1). */
export function ScrollTable(props: { label: string; children: JSX.Element }) {
  return (
    <section class="table-scroll" tabIndex={0} aria-label={props.label}>
      {props.children}
    </section>
  );
}
