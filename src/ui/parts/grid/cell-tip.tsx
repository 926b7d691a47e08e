import { createEffect, createSignal, Show } from 'solid-js';
import { Portal } from 'solid-js/web';

interface Tip {
  readonly text: string;
  readonly left: number;
  /** The cell's upper and lower edge in the window, px. */
  readonly above: number;
  readonly below: number;
}

/** Shows a cut-off text whole, on hover as on keyboard focus. */
export function createCellTip() {
  const [tip, setTip] = createSignal<Tip | null>(null);
  return {
    tip,
    hide: () => setTip(null),
    /** Shows the element's text if it does not fit. */
    showFor: (element: Element | null) => {
      const cut = element === null ? null : cutPart(element);
      if (element === null || cut === null) {
        setTip(null);
        return;
      }
      const place = element.getBoundingClientRect();
      setTip({
        text: cut.textContent ?? '',
        left: Math.min(place.left, innerWidth - 320),
        above: place.top,
        below: place.bottom,
      });
    },
  };
}

const GAP = 2;

/**
 * See `createCellTip`. Assistive technology reads the whole cell anyway. Stands outside the grid, whose containment
 * would place it and cut it off; above the cell where there is no room below.
 */
export function CellTip(props: { tip: Tip | null }) {
  return (
    <Show when={props.tip}>
      {(tip) => (
        <Portal>
          <TipBox tip={tip()} />
        </Portal>
      )}
    </Show>
  );
}

function TipBox(props: { tip: Tip }) {
  let box!: HTMLDivElement;
  const [top, setTop] = createSignal(0);
  createEffect(() => {
    const { below, above, text } = props.tip;
    box.textContent = text;
    const { height } = box.getBoundingClientRect();
    const fits = below + GAP + height <= innerHeight;
    setTop(fits ? below + GAP : Math.max(0, above - GAP - height));
  });
  return (
    <div
      ref={box}
      class="tip"
      aria-hidden="true"
      style={{ left: `${Math.max(4, props.tip.left)}px`, top: `${top()}px` }}
    />
  );
}

function cutPart(element: Element): Element | null {
  for (const part of [element, ...element.querySelectorAll('.cut, .band-text, .band-why')]) {
    if (part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflow !== 'visible') return part;
  }
  return null;
}
