import { createEffect, createSignal, type JSX, on } from 'solid-js';
import { isNumber, readPreference, writePreference } from '../state/preferences';

const NARROWEST = 320;
/** Room that the screen beside the panel keeps, px. */
const BESIDE = 360;

/** The panel at the right of a screen: its width can be dragged and is kept, and Esc closes it. */
export function PanelFrame(props: {
  label: string;
  /** What it shows; the panel scrolls to its top when this changes. */
  shown: unknown;
  onClose: () => void;
  children: JSX.Element;
}) {
  const [width, setWidth] = createSignal(readPreference('panel', isNumber) ?? 520);
  const resize = (next: number) => {
    const most = Math.max(NARROWEST, innerWidth - BESIDE);
    setWidth(Math.min(most, Math.max(NARROWEST, Math.round(next))));
    writePreference('panel', width());
  };
  const startDrag = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    event.preventDefault();
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const onMove = (move: PointerEvent) => resize(innerWidth - move.clientX);
    handle.addEventListener('pointermove', onMove);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', onMove), {
      once: true,
    });
  };
  let body!: HTMLDivElement;
  createEffect(
    on(
      () => props.shown,
      () => body.scrollTo(0, 0),
    ),
  );
  return (
    <aside
      class="panel"
      aria-label={props.label}
      style={{ '--panel-width': `${width()}px` }}
      onKeyDown={(event) => event.key === 'Escape' && props.onClose()}
    >
      <div
        class="panel-edge"
        role="separator"
        aria-orientation="vertical"
        aria-label="Panel width"
        aria-valuenow={width()}
        aria-valuemin={NARROWEST}
        aria-valuemax={1600}
        tabIndex={0}
        onPointerDown={startDrag}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') resize(width() + 32);
          if (event.key === 'ArrowRight') resize(width() - 32);
        }}
      />
      <div class="panel-body" ref={body}>
        {props.children}
      </div>
    </aside>
  );
}
