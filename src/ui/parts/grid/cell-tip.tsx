import { createSignal, Show } from 'solid-js';

interface Tip {
  readonly text: string;
  readonly left: number;
  readonly top: number;
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
        top: place.bottom + 2,
      });
    },
  };
}

/** See `createCellTip`. Assistive technology reads the whole cell anyway. */
export function CellTip(props: { tip: Tip | null }) {
  return (
    <Show when={props.tip}>
      {(tip) => (
        <div
          class="tip"
          aria-hidden="true"
          style={{ left: `${Math.max(4, tip().left)}px`, top: `${tip().top}px` }}
        >
          {tip().text}
        </div>
      )}
    </Show>
  );
}

function cutPart(element: Element): Element | null {
  for (const part of [element, ...element.querySelectorAll('.cut, .band-text, .band-why')]) {
    if (part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflow !== 'visible') return part;
  }
  return null;
}
